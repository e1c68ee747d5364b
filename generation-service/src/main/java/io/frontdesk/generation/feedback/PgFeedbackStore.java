package io.frontdesk.generation.feedback;

import io.frontdesk.contracts.records.AnswerFeedback;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Feedback in PostgreSQL. */
@ApplicationScoped
class PgFeedbackStore implements FeedbackStore {
    private static final String PUT = """
            insert into feedback (tenant_id, answer_id, customer, rating, reason, comment, given_at)
            values ($1, $2, $3, $4, $5, $6, now())
            on conflict (tenant_id, answer_id, customer) do update set
                rating = excluded.rating, reason = excluded.reason, comment = excluded.comment, given_at = excluded.given_at""";

    /** In a statement of its own, which sees what the one before has written. */
    private static final String COUNT = """
            with disliked as (
                select from feedback where answer_id = $2 and rating = 'down' and $4 limit 1
            ), liked as (
                delete from unanswered where answer_id = $2 and reason = 'disliked' and not exists (select from disliked)
            )
            insert into unanswered (tenant_id, answer_id, reason, asked_at)
            select $1::uuid, $2::uuid, 'disliked', $3::timestamptz from disliked
            on conflict (tenant_id, answer_id) do nothing""";

    private final TenantDatabase database;

    PgFeedbackStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> put(FinishedAnswer answer, String customer, AnswerFeedback feedback) {
        UUID tenant = answer.tenantId();
        Tuple given = Tuple.from(Arrays.asList(
                tenant,
                answer.id(),
                customer,
                feedback.rating().name().toLowerCase(Locale.ROOT),
                feedback.reason(),
                feedback.comment()));
        Tuple counted =
                Tuple.of(tenant, answer.id(), answer.createdAt().atOffset(ZoneOffset.UTC), answer.asksDocuments());
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(PUT)
                .execute(given)
                .chain(() -> transaction.preparedQuery(COUNT).execute(counted))
                .replaceWithVoid());
    }
}
