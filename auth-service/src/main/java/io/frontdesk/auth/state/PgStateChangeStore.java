package io.frontdesk.auth.state;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes that wait for Redis, in PostgreSQL. */
@ApplicationScoped
public class PgStateChangeStore {
    private static final String INSERT = """
            insert into state_changes (id, tenant_id, epoch_name, version, status, plan, settings_version)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String DELETE = "delete from state_changes where tenant_id = $1 and id = $2";

    private final TenantDatabase database;

    PgStateChangeStore(TenantDatabase database) {
        this.database = database;
    }

    /** Keeps a change, in the transaction that makes it. */
    public Uni<Void> append(SqlConnection transaction, StateChange change) {
        Tuple values = Tuple.tuple().addUUID(change.id()).addUUID(change.tenantId());
        switch (change) {
            case StateChange.Epoch epoch ->
                values.addString(epoch.name())
                        .addLong(epoch.epoch())
                        .addString(null)
                        .addString(null)
                        .addLong(null);
            case StateChange.Facts facts ->
                values.addString(null)
                        .addLong(facts.version())
                        .addString(facts.status())
                        .addString(facts.plan())
                        .addLong(facts.settingsVersion());
        }
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** Forgets a change that Redis has. */
    Uni<Void> delete(StateChange change) {
        return database.query(change.tenantId(), connection -> connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(change.tenantId(), change.id()))
                .replaceWithVoid());
    }
}
