package io.frontdesk.generation.writing;

import dev.langchain4j.model.output.FinishReason;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.choice.ModelChoice;
import io.frontdesk.generation.citations.CitedText;
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
    private final String refusal;
    private final CitedText text;

    /** @param refusal the sentence by which the model refuses */
    LlmAnswer(Draft draft, ModelChoice choice, String refusal) {
        this.draft = draft;
        this.choice = choice;
        this.refusal = refusal;
        this.text = new CitedText(draft.passages());
    }

    List<AnswerEvent> take(PoolPart part) {
        return switch (part) {
            case PoolPart.Waiting(int place) -> List.of(new AnswerEvent.Waiting(place));
            case PoolPart.Picked picked -> picked(picked);
            case PoolPart.Token(String token) -> text.feed(token);
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

    private List<AnswerEvent> end(FinishReason reason, String model, Usage usage) {
        List<AnswerEvent> events = new ArrayList<>(text.finish());
        Answer answer = answer(model, usage);
        events.add(
                switch (reason) {
                    case LENGTH -> new AnswerEvent.Incomplete(Reason.LENGTH, answer);
                    case CONTENT_FILTER -> new AnswerEvent.Incomplete(Reason.CONTENT_FILTER, answer);
                    case STOP, TOOL_EXECUTION, OTHER -> new AnswerEvent.Completed(answer);
                });
        return events;
    }

    /** The end of an answer whose model has fallen silent. */
    private List<AnswerEvent> brokenOff(String model, Usage usage) {
        List<AnswerEvent> events = new ArrayList<>(text.finish());
        events.add(new AnswerEvent.Incomplete(Reason.UPSTREAM_CUT, answer(model, usage)));
        return events;
    }

    private Answer answer(String model, Usage usage) {
        boolean refused = text.citations().isEmpty() && isRefusal();
        draft.steps()
                .note(
                        "generate",
                        Map.of(
                                "model",
                                model,
                                "prompt_tokens",
                                usage.promptTokens(),
                                "completion_tokens",
                                usage.completionTokens(),
                                "refused",
                                refused));
        return refused
                ? draft.refused(text.text(), model, usage)
                : draft.answered(text.text(), text.citations(), text.support(), model, usage);
    }

    private boolean isRefusal() {
        Terms meant = Terms.of(refusal);
        return Terms.of(text.text()).shareIn(meant) >= REFUSES && meant.shareIn(Terms.of(text.text())) >= REFUSES;
    }
}
