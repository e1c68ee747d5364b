package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sources as rows. */
@ApplicationScoped
class PgSourceStore implements SourceStore {
    private static final String PUT = """
            INSERT INTO source
                (tenant_id, id, sitemap_url, recrawl_seconds, metadata, acl, lane, created_at, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), clock_timestamp())
            ON CONFLICT (tenant_id, sitemap_url) DO UPDATE SET
                recrawl_seconds = excluded.recrawl_seconds, metadata = excluded.metadata, acl = excluded.acl,
                lane = excluded.lane, attempts = 0, deleted = false, lease_token = NULL, due_at = excluded.due_at
            RETURNING id
            """;
    private static final String SELECT = """
            SELECT s.*, (SELECT count(*) FROM page p WHERE p.tenant_id = s.tenant_id AND p.source_id = s.id) AS pages
            FROM source s
            """;
    private static final String FIND = SELECT + "WHERE s.id = $1 AND NOT s.deleted";
    private static final String LIST = SELECT + """
            WHERE NOT s.deleted AND s.id < coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
            ORDER BY s.id DESC LIMIT $2
            """;
    private static final String BEGIN_DELETION = """
            UPDATE source SET deleted = true, attempts = 0, lease_token = NULL, due_at = clock_timestamp()
            WHERE id = $1 AND NOT deleted
            """;

    private final TenantDatabase database;

    PgSourceStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<UUID> put(UUID tenantId, UUID newId, String sitemapUrl, Duration recrawl, Description said, Lane lane) {
        return database.query(tenantId, connection -> connection
                        .preparedQuery(PUT)
                        .execute(Tuple.from(Arrays.asList(
                                tenantId,
                                newId,
                                sitemapUrl,
                                recrawl.toSeconds(),
                                new JsonObject(Map.copyOf(said.metadata())),
                                said.acl().toArray(String[]::new),
                                lane.rank()))))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    @Override
    public Uni<Optional<Source>> find(UUID tenantId, UUID id) {
        return database.query(tenantId, connection -> many(connection, FIND, Tuple.of(id)))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Source>> list(UUID tenantId, int limit, @Nullable UUID before) {
        return database.query(tenantId, connection -> many(connection, LIST, Tuple.of(before, limit)));
    }

    @Override
    public Uni<Boolean> beginDeletion(UUID tenantId, UUID id) {
        return database.query(
                        tenantId,
                        connection -> connection.preparedQuery(BEGIN_DELETION).execute(Tuple.of(id)))
                .map(updated -> updated.rowCount() == 1);
    }

    private static Uni<List<Source>> many(SqlConnection connection, String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .mapping(row -> SourceRows.source(row.getDelegate()))
                .execute(parameters)
                .map(rows -> rows.stream().toList());
    }
}
