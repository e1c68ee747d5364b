package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Consumer;

/** How an answer comes about, and what is recorded of it. */
public interface Story {
    /**
     * What happens after the first events, until one terminal event. Work begins with the subscription and ends with its
     * cancellation, when nobody wants the answer any more or another replica has taken it over.
     *
     * @param findings takes what another replica would need to go on from here (JSON)
     */
    Multi<AnswerEvent> events(Consumer<String> findings);

    /** The record of an answer that ended so, and is {@code subject}'s, as JSON. */
    String record(AnswerEvent.Terminal end, String subject);

    /** What the next question of the conversation finds of an answer that ended so, as JSON; empty where it finds nothing. */
    Optional<String> turn(AnswerEvent.Terminal end);

    /** Has the record and the turn of an answer that ended so kept without the log, which did not take it. Never fails. */
    Uni<Void> keep(AnswerEvent.Terminal end);
}
