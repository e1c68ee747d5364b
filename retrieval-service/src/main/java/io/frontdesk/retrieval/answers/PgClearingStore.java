package io.frontdesk.retrieval.answers;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes away all answers of a tenant, as a change of all that it knows would. */
@ApplicationScoped
class PgClearingStore {
    /** With it gateways look again at what they have in memory, and what is being answered now is not kept. */
    private static final String RAISE = """
        update knowledge set version = version + 1, changed_at = clock_timestamp()
        where tenant_id = $1 and exists (select from answer where tenant_id = $1)
        returning version\
        """;

    private static final String CLEAR = """
        with gone as (
            delete from answer where tenant_id = $1 returning cache_key
        ), withdrawn as (
            insert into withdrawn_answer (tenant_id, cache_key, knowledge_version)
            select distinct $1::uuid, cache_key, $2::bigint from gone
            on conflict (tenant_id, cache_key) do update set knowledge_version = excluded.knowledge_version
        )
        select count(*) as cleared from gone\
        """;

    private final TenantDatabase database;

    PgClearingStore(TenantDatabase database) {
        this.database = database;
    }

    /** How many there were, and the version by which it is known; nothing where there were none. */
    record Cleared(long knowledgeVersion, long answers) {}

    Uni<Optional<Cleared>> clear(UUID tenant) {
        return database.inTransaction(tenant, connection -> connection
                .preparedQuery(RAISE)
                .mapping((Row row) -> row.getLong("version"))
                .execute(Tuple.of(tenant))
                .map(rows -> rows.stream().findFirst())
                .chain(raised -> raised.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : clear(connection, tenant, raised.get()).map(Optional::of)));
    }

    private static Uni<Cleared> clear(SqlConnection connection, UUID tenant, long version) {
        return connection
                .preparedQuery(CLEAR)
                .execute(Tuple.of(tenant, version))
                .map(rows -> new Cleared(version, rows.iterator().next().getLong("cleared")));
    }
}
