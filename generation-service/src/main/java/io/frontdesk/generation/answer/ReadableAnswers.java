package io.frontdesk.generation.answer;

import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.FinishedAnswers;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Answers told again to whoever asked: from their logs; and where a log is gone, by its last event alone, from the record. */
@ApplicationScoped
class ReadableAnswers {
    private final AnswerLog log;
    private final FinishedAnswers finished;

    ReadableAnswers(AnswerLog log, FinishedAnswers finished) {
        this.log = log;
        this.finished = finished;
    }

    /**
     * Whether something follows the event that was seen last.
     *
     * @return fails with {@link AnswerError.Unknown} where the caller has no such answer, and with {@link AnswerError.LogUnavailable}
     *     where it is not known and may be under way
     */
    Uni<Boolean> hasMore(Caller caller, UUID id, long lastSeen) {
        return log.find(caller, id)
                .map(known -> !known.ended() || lastSeen < known.last())
                .onFailure(AnswerError.class)
                .recoverWithUni(gone -> finished(caller, id, gone).replaceWith(true));
    }

    /** The events after the one that was seen last. Fails as {@link #hasMore}. */
    Multi<LogEvent> read(UUID id, long lastSeen, AnswerLog.Reader reader) {
        return log.read(id, lastSeen, reader).onFailure(AnswerError.class).recoverWithMulti(gone -> finished(
                        reader.caller(), id, gone)
                .map(answer -> new LogEvent(0, answer.end(), false))
                .toMulti());
    }

    private Uni<FinishedAnswer> finished(Caller caller, UUID id, Throwable gone) {
        return finished.find(caller, id)
                .onItem()
                .transform(answer -> requireOwn(caller, answer))
                .onFailure(AnswerError.Unknown.class)
                .transform(e -> gone);
    }

    /** Who may see all of the tenant's answers has another way to them. */
    private static FinishedAnswer requireOwn(Caller caller, FinishedAnswer answer) {
        if (!answer.customer().equals(caller.subject())) {
            throw new AnswerError.Unknown();
        }
        return answer;
    }
}
