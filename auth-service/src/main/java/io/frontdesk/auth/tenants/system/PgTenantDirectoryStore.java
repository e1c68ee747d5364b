package io.frontdesk.auth.tenants.system;

import io.frontdesk.auth.tenants.PgTenantStore;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.TenantDirectory;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All tenants, in PostgreSQL. */
@ApplicationScoped
class PgTenantDirectoryStore implements TenantDirectory {
    private static final String PAGE =
            "select " + PgTenantStore.COLUMNS + " from tenants where id > $1 order by id limit $2";

    private final SystemDatabase database;

    PgTenantDirectoryStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<Tenant>> page(UUID after, int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery(PAGE)
                .mapping(PgTenantStore::tenant)
                .execute(Tuple.of(after, limit))
                .map(rows -> rows.stream().toList()));
    }
}
