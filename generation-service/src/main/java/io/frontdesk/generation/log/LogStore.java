package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
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

    /** How an answer begins. */
    sealed interface Begun {
        /** Its first events are in its log, and it is under the lease. */
        record Leads() implements Begun {}

        /** The same is being answered: this answer is told by that log, which has events until {@code last}. */
        record Follows(AnswerRef leader, long last) implements Begun {}
    }

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
        record Yes(Lease lease, Ask ask, Optional<String> findings, List<LogEvent> told) implements Taken {}

        /** Its holder has it for so long at least. */
        record Held(Duration left) implements Taken {}

        record Ended() implements Taken {}

        /** It is too long ago. */
        record Gone() implements Taken {}
    }

    /**
     * What is recorded of an answer that has ended, and of those that followed it: JSON. In that of a follower stand the id and the
     * conversation of this answer, and {@code subject-of-<id>}, where its own belong.
     */
    record Records(UUID conversationId, String own, String followers) {}

    /** @param sameAs equal for questions that one answer will do for; empty where it is for this one alone */
    Uni<Begun> begin(Ask ask, Optional<String> sameAs, Lease lease, List<AnswerEvent> first);

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
