package io.frontdesk.retrieval.answers.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All tenants that know something, and so may have been given answers. */
@ApplicationScoped
class PgKnowingTenantStore {
    private static final String PAGE =
            "select tenant_id from knowledge where tenant_id > $1 order by tenant_id limit 200";

    private final SystemDatabase database;

    PgKnowingTenantStore(SystemDatabase database) {
        this.database = database;
    }

    /** The next of them in the order of their ids. */
    Uni<List<UUID>> after(UUID tenant) {
        return database.inTransaction(connection -> connection
                .preparedQuery(PAGE)
                .mapping((Row row) -> row.getUUID("tenant_id"))
                .execute(Tuple.of(tenant))
                .map(rows -> rows.stream().toList()));
    }
}
