package io.frontdesk.generation.log;

import io.frontdesk.generation.conversation.ConversationRef;
import io.frontdesk.generation.log.Continuation.Interrupted;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where logs are kept. What is written twice, since the first time nobody heard of it, stands there once. */
interface LogStore {
    /**
     * The right to write an answer.
     *
     * @param token tells its holder from all that held it before
     * @param followable whether others who ask the same may be told by this log
     */
    record Lease(AnswerRef answer, UUID token, boolean followable) {}

    /** What became of an append. */
    enum Appended {
        KEPT,
        /** The lease is another's now, or the answer has ended; nothing was written. */
        LOST,
        /** Other replicas have readers; nothing was written. */
        WANTED
    }

    /** An answer that can be read. */
    record Found(String subject, UUID conversationId, AnswerRef log, long last, boolean ended) {}

    /** An attempt to take a lease. */
    sealed interface Taken {
        /** It is the taker's. */
        record Yes(Lease lease, Interrupted left, List<LogEvent> told) implements Taken {}

        /** Its holder has it for so long at least. */
        record Held(Duration left) implements Taken {}

        record Ended() implements Taken {}

        /** It is too long ago. */
        record Gone() implements Taken {}
    }

    /**
     * What is recorded of an answer that has ended, and of those that followed it: JSON. In that of a follower stand the id and the
     * conversation of this answer, and {@code subject-of-<id>}, where its own belong.
     *
     * @param turn what the next question of each of their conversations finds, with the id of this answer; JSON
     */
    record Records(ConversationRef conversation, String own, String followers, Optional<String> turn) {}

    /** Also opens its conversation. */
    Uni<Begun> begin(Beginning beginning);

    /** @param findings what another would need to go on from here, where that is news */
    Uni<Appended> append(Lease lease, List<LogEvent> events, Optional<String> findings);

    /** @param unlessWanted gives up where other replicas have readers */
    Uni<Appended> finish(Lease lease, List<LogEvent> events, Records records, boolean unlessWanted);

    Uni<Optional<Found>> find(AnswerRef answer);

    Uni<List<LogEvent>> read(AnswerRef answer, long after, int most);

    Uni<Taken> take(AnswerRef answer, UUID token);

    /** Says that this replica has readers of what another writes, for so long; zero takes that back. */
    Uni<Void> want(AnswerRef answer, Duration time);

    /** Answers whose lease ran out so long ago. */
    Uni<List<AnswerRef>> overdue(Duration since, int most);
}
