package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** An answer to one question, to be consumed once: as it comes, or folded into its end. */
public sealed interface AnswerStream permits GeneratedAnswer, AnswerGivenAgain {
    /** Its events; the last is exactly one terminal event. */
    Multi<AnswerEvent> events();

    /** How it ended. */
    Uni<AnswerEvent.Terminal> end();

    /** How long ago it was made, where it is given again. */
    Optional<Duration> age();
}
