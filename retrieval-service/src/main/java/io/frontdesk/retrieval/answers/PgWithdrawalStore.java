package io.frontdesk.retrieval.answers;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Withdrawals in PostgreSQL. */
@ApplicationScoped
public class PgWithdrawalStore implements WithdrawalStore {
    private static final String OPEN =
            "select tenant_id, cache_key, knowledge_version from withdrawn_answer where tenant_id = $1 limit 500";

    private static final String DONE =
            "delete from withdrawn_answer where tenant_id = $1 and cache_key = $2 and knowledge_version <= $3";

    private final TenantDatabase database;

    PgWithdrawalStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<Withdrawal>> open(UUID tenant) {
        return database.query(tenant, connection -> connection
                        .preparedQuery(OPEN)
                        .mapping(PgWithdrawalStore::withdrawal)
                        .execute(Tuple.of(tenant)))
                .map(rows -> rows.stream().toList());
    }

    @Override
    public Uni<Void> done(UUID tenant, List<Withdrawal> withdrawn) {
        return database.inTransaction(tenant, connection -> forget(connection, withdrawn));
    }

    /** Deletes in one order, so that two that do the same do not wait for each other. */
    public static Uni<Void> forget(SqlConnection connection, List<Withdrawal> withdrawn) {
        List<Tuple> rows = withdrawn.stream()
                .sorted((one, other) -> one.cacheKey().compareTo(other.cacheKey()))
                .map(done -> Tuple.of(done.tenant(), done.cacheKey(), done.knowledgeVersion()))
                .toList();
        return connection.preparedQuery(DONE).executeBatch(rows).replaceWithVoid();
    }

    public static Withdrawal withdrawal(Row row) {
        return new Withdrawal(row.getUUID("tenant_id"), row.getString("cache_key"), row.getLong("knowledge_version"));
    }
}
