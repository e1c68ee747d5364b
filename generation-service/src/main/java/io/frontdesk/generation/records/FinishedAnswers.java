package io.frontdesk.generation.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finished answers for who asked, and with the scope {@code analytics} for all of a tenant. */
@ApplicationScoped
public class FinishedAnswers {
    /** Beyond it Redis is taken to be away, and PostgreSQL is asked alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FinishedStore finished;
    private final AnswerStore answers;
    private final RecordJson json;

    FinishedAnswers(FinishedStore finished, AnswerStore answers, RecordJson json) {
        this.finished = finished;
        this.answers = answers;
        this.json = json;
    }

    /**
     * An answer that the caller may see.
     *
     * @return fails with {@link AnswerError.Unknown} where there is none
     */
    public Uni<FinishedAnswer> find(Caller caller, UUID id) {
        // In this order: what is not in Redis any more is in PostgreSQL by then.
        return finished.find(caller.tenantId(), id)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(Optional.empty())
                .chain(record -> record.isPresent()
                        ? Uni.createFrom().item(record.map(this::read))
                        : answers.find(caller.tenantId(), id))
                .map(found -> found.filter(answer -> maySee(caller, answer)).orElseThrow(AnswerError.Unknown::new));
    }

    private FinishedAnswer read(String record) {
        try {
            return json.read(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the record of an answer cannot be read", e);
        }
    }

    private static boolean maySee(Caller caller, FinishedAnswer answer) {
        return answer.customer().equals(caller.subject()) || caller.scopes().contains(Scope.ANALYTICS);
    }
}
