package io.frontdesk.generation.writing;

import dev.langchain4j.model.output.FinishReason;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.choice.ModelChoice;
import io.frontdesk.generation.citations.CitedText;
import io.frontdesk.generation.citations.Grounding;
import io.frontdesk.generation.guard.OutputGuard;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.pool.PoolPart;
import io.frontdesk.generation.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One answer while a model writes it. Not thread-safe; a stream tells its parts one after the other. */
final class LlmAnswer {
    /** The share of the refusal's words from which on an answer without citations is one. */
    private static final double REFUSES = 0.8;

    private final Draft draft;
    private final ModelChoice choice;
    private final OutputGuard guard;
    private final CitedText text;
    private boolean begun;

    /** @param guard on what the model says */
    LlmAnswer(Draft draft, ModelChoice choice, OutputGuard guard) {
        this.draft = draft;
        this.choice = choice;
        this.guard = guard;
        this.text = new CitedText(draft.passages());
    }

    List<AnswerEvent> take(PoolPart part) {
        return switch (part) {
            case PoolPart.Waiting(int place) -> List.of(new AnswerEvent.Waiting(place));
            case PoolPart.Picked picked -> picked(picked);
            case PoolPart.Token(String token) -> {
                List<AnswerEvent> events = text.feed(guard.feed(token));
                begun |= !events.isEmpty();
                yield events;
            }
            case PoolPart.End(FinishReason reason, String model, Usage usage) -> end(reason, model, usage);
            case PoolPart.BrokenOff(String model, Usage usage) -> brokenOff(model, usage);
        };
    }

    private List<AnswerEvent> picked(PoolPart.Picked picked) {
        draft.steps()
                .note(
                        "key",
                        Map.of(
                                "alias", picked.alias(),
                                "provider", picked.provider(),
                                "model", picked.model(),
                                "of_conversation", picked.ofConversation(),
                                "tier", choice.tier().label(),
                                "reasons", choice.reasons()));
        return List.of();
    }

    /** The end of an answer whose model has fallen silent. */
    private List<AnswerEvent> brokenOff(String model, Usage usage) {
        List<AnswerEvent> events = told();
        events.add(new AnswerEvent.Incomplete(Reason.UPSTREAM_CUT, answer(model, usage)));
        return events;
    }

    private List<AnswerEvent> end(FinishReason reason, String model, Usage usage) {
        List<AnswerEvent> events = told();
        if (guard.hasEnded()) {
            return withheld(events, model, usage);
        }
        events.add(terminal(reason, answer(model, usage)));
        return events;
    }

    /** What is left to be told; fails where nothing was and nothing is, so that another may write. */
    private List<AnswerEvent> told() {
        List<AnswerEvent> events = rest();
        if (!begun && events.isEmpty() && !guard.hasEnded()) {
            throw LlmFailure.nothingSaid();
        }
        return events;
    }

    private List<AnswerEvent> rest() {
        List<AnswerEvent> events = new ArrayList<>(text.feed(guard.finish()));
        events.addAll(text.finish());
        return events;
    }

    /** The model has begun to say what is not for the reader. Where nothing was told before, that is no answer at all. */
    private List<AnswerEvent> withheld(List<AnswerEvent> events, String model, Usage usage) {
        draft.steps().note("guard", Map.of("withheld", "instructions"));
        if (text.text().isBlank()) {
            String refusal = draft.settings().fallback();
            events.add(new AnswerEvent.Delta(refusal));
            events.add(new AnswerEvent.Completed(draft.refused(text.text() + refusal, model, usage)));
        } else {
            events.add(new AnswerEvent.Incomplete(Reason.CONTENT_FILTER, answer(model, usage)));
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

    private Answer answer(String model, Usage usage) {
        draft.steps()
                .note(
                        "generate",
                        Map.of(
                                "model", model,
                                "prompt_tokens", usage.promptTokens(),
                                "completion_tokens", usage.completionTokens()));
        if (text.citations().isEmpty() && isRefusal()) {
            return draft.refused(text.text(), model, usage);
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
        return draft.grounded(text.text(), text.citations(), grounding, model, usage);
    }

    private boolean isRefusal() {
        Terms refusal = Terms.of(draft.settings().fallback());
        return Terms.of(text.text()).shareIn(refusal) >= REFUSES && refusal.shareIn(Terms.of(text.text())) >= REFUSES;
    }
}
