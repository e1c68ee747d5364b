package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.Failed;
import io.frontdesk.ingestion.documents.FailureStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Failed documents as dead letters. */
@ApplicationScoped
class PgFailureStore implements FailureStore {
    private static final String KEEP = """
            INSERT INTO dead_letter (
                id, tenant_id, stage, code, reason, attempts, died_at, tried_at, document_id, external_id, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)
            ON CONFLICT (tenant_id, document_id) DO UPDATE SET
                stage = excluded.stage, code = excluded.code, reason = excluded.reason, attempts = excluded.attempts,
                died_at = excluded.died_at, tried_at = excluded.tried_at, version = excluded.version
            """;
    private static final String FORGET = "DELETE FROM dead_letter WHERE document_id = $1";

    private final LetterMetrics metrics;

    PgFailureStore(LetterMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, Document document, Failed failed) {
        var refusal = new Refusal(failed.failure().code(), failed.failure().reason());
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.from(Arrays.asList(
                        Ids.next(),
                        document.tenantId(),
                        failed.stage(),
                        refusal.code(),
                        refusal.reason(),
                        failed.attempts(),
                        document.updatedAt().atOffset(ZoneOffset.UTC),
                        document.id(),
                        document.externalId(),
                        document.version())))
                .invoke(() -> metrics.died(refusal.code()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(SqlConnection transaction, UUID documentId) {
        return transaction.preparedQuery(FORGET).execute(Tuple.of(documentId)).replaceWithVoid();
    }
}
