package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.llm.LlmFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

/** One rung above another: where the upper one fails before it has said anything, the lower one writes. */
public final class Ladder implements AnswerWriter {
    private static final Logger LOG = Logger.getLogger(Ladder.class);

    private final AnswerWriter upper;
    private final AnswerWriter lower;
    private final MeterRegistry registry;

    public Ladder(AnswerWriter upper, AnswerWriter lower, MeterRegistry registry) {
        this.upper = upper;
        this.lower = lower;
        this.registry = registry;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return upper.write(draft)
                .onFailure(LlmFailure.class)
                .invoke(failure -> stepDown((LlmFailure) failure))
                .onFailure(LlmFailure.class)
                .recoverWithMulti(() -> lower.write(draft));
    }

    /** Whoever of the two has said it. The lower one knows at once whether it has. */
    @Override
    public Multi<AnswerEvent> goOn(Draft draft, Said said) {
        return lower.goOn(draft, said).onFailure(CannotGoOn.class).recoverWithMulti(() -> upper.goOn(draft, said));
    }

    private void stepDown(LlmFailure failure) {
        LOG.warnf("The model does not answer (%s); the next rung does", failure.getMessage());
        registry.counter(
                        "frontdesk.ladder.steps",
                        "from",
                        "llm",
                        "reason",
                        failure.kind().label())
                .increment();
    }
}
