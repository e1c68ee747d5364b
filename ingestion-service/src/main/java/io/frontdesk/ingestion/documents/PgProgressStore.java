package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Progress as it stands in the rows of documents and of the queue. */
@ApplicationScoped
class PgProgressStore implements ProgressStore {
    private static final String SIGHTINGS = """
            SELECT id, version, revision, state, failure_code || ': ' || failure AS reason, pieces, staged,
                updated_at, clock_timestamp() AS seen
            FROM document WHERE id = ANY ($1)
            """;

    /** The pace counts only since when the tenant's queue has not been empty: a time without work says nothing. */
    private static final String OUTLOOKS = """
            WITH waiting AS (
                SELECT document_id, attempts, enqueued_at, available_at,
                    row_number() OVER (ORDER BY lane, available_at) - 1 AS ahead
                FROM work WHERE lease_token IS NULL),
            busy AS (
                SELECT greatest(min(enqueued_at), now() - interval '2 minutes') AS since FROM waiting
                WHERE attempts = 0 AND available_at <= now()),
            pace AS (
                SELECT count(*) / extract(epoch FROM clock_timestamp() - busy.since)::float8 AS per_second
                FROM busy JOIN document ON finished_at >= busy.since
                GROUP BY busy.since)
            SELECT document_id, ahead, coalesce((SELECT per_second FROM pace), 0) AS per_second
            FROM waiting WHERE document_id = ANY ($1)
            """;

    /** Whoever takes the task over, or replaces the document, has changed the state or the token before. */
    private static final String STAGED = """
            UPDATE document SET staged = $3, revision = revision + 1
            WHERE id = $1 AND state = 'indexing'
                AND EXISTS (SELECT FROM work WHERE document_id = $1 AND lease_token = $2 AND version = document.version)
            """;

    private final TenantDatabase database;

    PgProgressStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<Sighting>> sightings(UUID tenantId, Collection<UUID> ids) {
        return database.query(tenantId, connection -> connection
                .preparedQuery(SIGHTINGS)
                .mapping(PgProgressStore::sighting)
                .execute(those(ids))
                .map(rows -> rows.stream().toList()));
    }

    @Override
    public Uni<Map<UUID, Outlook>> outlooks(UUID tenantId, Collection<UUID> ids) {
        return database.query(tenantId, connection -> connection
                .preparedQuery(OUTLOOKS)
                .execute(those(ids))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.getUUID("document_id"), PgProgressStore::outlook))));
    }

    @Override
    public Uni<Void> staged(UUID tenantId, UUID id, UUID leaseToken, int pieces) {
        return database.query(
                        tenantId,
                        connection -> connection.preparedQuery(STAGED).execute(Tuple.of(id, leaseToken, pieces)))
                .replaceWithVoid();
    }

    private static Tuple those(Collection<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }

    private static Sighting sighting(Row row) {
        return new Sighting(
                row.getUUID("id"),
                row.getLong("version"),
                row.getLong("revision"),
                DocumentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getInteger("pieces"),
                row.getInteger("staged"),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getOffsetDateTime("seen").toInstant(),
                null);
    }

    private static Outlook outlook(Row row) {
        return new Outlook(row.getLong("ahead"), row.getDouble("per_second"));
    }
}
