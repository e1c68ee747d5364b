package io.frontdesk.generation.writing;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.citations.CitedText;
import io.frontdesk.generation.citations.Grounding;
import io.frontdesk.generation.guard.OutputGuard;
import io.frontdesk.generation.llm.ChatPart;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One answer while a model writes it. Not thread-safe; a stream tells its parts one after the other. */
final class LlmAnswer {
    /** The share of the refusal's words from which on an answer without citations is one. */
    private static final double REFUSES = 0.8;

    private final Draft draft;
    private final LlmWriter.Settings settings;
    private final OutputGuard guard;
    private final CitedText text;
    private boolean begun;

    /** @param guard on what the model says */
    LlmAnswer(Draft draft, LlmWriter.Settings settings, OutputGuard guard) {
        this.draft = draft;
        this.settings = settings;
        this.guard = guard;
        this.text = new CitedText(draft.passages());
    }

    /** Whether the reader has been told anything. */
    boolean isBegun() {
        return begun;
    }

    List<AnswerEvent> take(ChatPart part) {
        return switch (part) {
            case ChatPart.Token(String token) -> {
                List<AnswerEvent> events = text.feed(guard.feed(token));
                begun |= !events.isEmpty();
                yield events;
            }
            case ChatPart.End(ChatResponse response) -> end(response);
        };
    }

    /** The end of an answer whose model has fallen silent. */
    List<AnswerEvent> breakOff() {
        List<AnswerEvent> events = rest();
        events.add(new AnswerEvent.Incomplete(
                Reason.UPSTREAM_CUT, answer(settings.prices().of(null))));
        return events;
    }

    private List<AnswerEvent> end(ChatResponse response) {
        List<AnswerEvent> events = rest();
        if (guard.hasEnded()) {
            return withheld(events, response);
        }
        if (!begun && events.isEmpty()) {
            throw LlmFailure.nothingSaid();
        }
        Answer answer = answer(settings.prices().of(response.tokenUsage()));
        events.add(terminal(response.finishReason(), answer));
        return events;
    }

    private List<AnswerEvent> rest() {
        List<AnswerEvent> events = new ArrayList<>(text.feed(guard.finish()));
        events.addAll(text.finish());
        return events;
    }

    /** The model has begun to say what is not for the reader. Where nothing was told before, that is no answer at all. */
    private List<AnswerEvent> withheld(List<AnswerEvent> events, ChatResponse response) {
        draft.steps().note("guard", Map.of("withheld", "instructions"));
        Usage usage = settings.prices().of(response.tokenUsage());
        if (text.text().isBlank()) {
            String refusal = draft.settings().fallback();
            events.add(new AnswerEvent.Delta(refusal));
            events.add(new AnswerEvent.Completed(draft.refused(text.text() + refusal, settings.model(), usage)));
        } else {
            events.add(new AnswerEvent.Incomplete(Reason.CONTENT_FILTER, answer(usage)));
        }
        return events;
    }

    private static AnswerEvent.Terminal terminal(FinishReason reason, Answer answer) {
        return switch (reason) {
            case LENGTH -> new AnswerEvent.Incomplete(Reason.LENGTH, answer);
            case CONTENT_FILTER -> new AnswerEvent.Incomplete(Reason.CONTENT_FILTER, answer);
            case STOP, TOOL_EXECUTION, OTHER -> new AnswerEvent.Completed(answer);
        };
    }

    private Answer answer(Usage usage) {
        if (text.citations().isEmpty() && isRefusal()) {
            return draft.refused(text.text(), settings.model(), usage);
        }
        Grounding grounding = text.grounding();
        draft.steps()
                .note(
                        "citations",
                        Map.of(
                                "cited",
                                text.citations().size(),
                                "statements",
                                grounding.statements(),
                                "unsupported",
                                grounding.unsupported().size(),
                                "confidence",
                                grounding.confidence()));
        return draft.grounded(text.text(), text.citations(), grounding, settings.model(), usage);
    }

    private boolean isRefusal() {
        Terms refusal = Terms.of(draft.settings().fallback());
        return Terms.of(text.text()).shareIn(refusal) >= REFUSES && refusal.shareIn(Terms.of(text.text())) >= REFUSES;
    }
}
