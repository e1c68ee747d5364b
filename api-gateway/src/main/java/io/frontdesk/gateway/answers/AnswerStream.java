package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An answer to one question, to be consumed once: as it comes, or folded into its end. */
public sealed interface AnswerStream permits GeneratedAnswer, AnswerGivenAgain {
    /** Its events as they stand in a stream; the last is exactly one terminal event. */
    Multi<EventFrame> frames();

    /** The same for whoever tells it in another form. */
    Multi<AnswerEvent> events();

    /** How it ended. */
    Uni<AnswerEvent.Terminal> end();

    /** Its id, where its events can be had from a log as soon as it begins. */
    Optional<UUID> logged();

    /** How long ago it was made, where it is given again. */
    Optional<Duration> age();
}
