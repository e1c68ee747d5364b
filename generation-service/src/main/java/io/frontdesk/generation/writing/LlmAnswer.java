package io.frontdesk.generation.writing;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.citations.CitedText;
import io.frontdesk.generation.llm.ChatPart;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.text.Terms;
import java.util.ArrayList;
import java.util.List;

/** One answer while a model writes it. Not thread-safe; a stream tells its parts one after the other. */
final class LlmAnswer {
    /** The share of the refusal's words from which on an answer without citations is one. */
    private static final double REFUSES = 0.8;

    private final Draft draft;
    private final LlmWriter.Settings settings;
    private final CitedText text;
    private boolean begun;

    LlmAnswer(Draft draft, LlmWriter.Settings settings) {
        this.draft = draft;
        this.settings = settings;
        this.text = new CitedText(draft.passages());
    }

    /** Whether the model has said anything. */
    boolean isBegun() {
        return begun;
    }

    List<AnswerEvent> take(ChatPart part) {
        return switch (part) {
            case ChatPart.Token(String token) -> {
                begun = true;
                yield text.feed(token);
            }
            case ChatPart.End(ChatResponse response) -> end(response);
        };
    }

    /** The end of an answer whose model has fallen silent. */
    List<AnswerEvent> breakOff() {
        List<AnswerEvent> events = new ArrayList<>(text.finish());
        events.add(new AnswerEvent.Incomplete(
                Reason.UPSTREAM_CUT, answer(settings.prices().of(null))));
        return events;
    }

    private List<AnswerEvent> end(ChatResponse response) {
        if (!begun) {
            throw LlmFailure.nothingSaid();
        }
        List<AnswerEvent> events = new ArrayList<>(text.finish());
        Answer answer = answer(settings.prices().of(response.tokenUsage()));
        events.add(terminal(response.finishReason(), answer));
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
        return draft.answered(text.text(), text.citations(), text.support(), settings.model(), usage);
    }

    private boolean isRefusal() {
        Terms refusal = Terms.of(settings.refusal());
        return Terms.of(text.text()).shareIn(refusal) >= REFUSES && refusal.shareIn(Terms.of(text.text())) >= REFUSES;
    }
}
