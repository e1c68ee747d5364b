package io.frontdesk.auth.settings;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.auth.tenants.PgTenantStore;
import io.frontdesk.contracts.tokens.TenantLimits;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Settings in PostgreSQL. A change of them raises the tenant's versions in the same transaction. */
@ApplicationScoped
class PgGatewaySettingsStore {
    private static final String FIND = """
            select cors_origins, per_minute, per_hour from gateway_settings where tenant_id = $1""";
    private static final String LIMITS = """
            select settings_version, per_minute, per_hour
            from tenants left join gateway_settings on gateway_settings.tenant_id = tenants.id
            where tenants.id = $1""";
    private static final String SAVE = """
            insert into gateway_settings (tenant_id, cors_origins, cors_credentials, per_minute, per_hour)
            values ($1, $2, false, $3, $4)
            on conflict (tenant_id) do update
            set cors_origins = excluded.cors_origins, cors_credentials = excluded.cors_credentials,
                per_minute = excluded.per_minute, per_hour = excluded.per_hour""";
    private static final String RAISE = """
            update tenants set settings_version = settings_version + 1, version = version + 1 where id = $1
            returning\s""" + PgTenantStore.COLUMNS;

    private final TenantDatabase database;
    private final PgStateChangeStore changes;
    private final PgAuditStore audit;

    PgGatewaySettingsStore(TenantDatabase database, PgStateChangeStore changes, PgAuditStore audit) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    Uni<Optional<GatewaySettings>> find(UUID tenant) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant)))
                .map(PgGatewaySettingsStore::first);
    }

    /** What is settled, with its version; {@link TenantLimits#UNKNOWN} where there is no such tenant. */
    Uni<TenantLimits> limits(UUID tenant) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(LIMITS).execute(Tuple.of(tenant)))
                .map(rows -> rows.iterator().hasNext() ? limits(rows.iterator().next()) : TenantLimits.UNKNOWN);
    }

    private static TenantLimits limits(Row row) {
        return new TenantLimits(row.getLong("settings_version"), row.getLong("per_minute"), row.getLong("per_hour"));
    }

    /** The row of the tenant is locked first, so that the version that is told last is that of the settings that stay. */
    Uni<StateChange> save(UUID tenant, GatewaySettings settings, AuditEvent event) {
        return database.inTransaction(tenant, connection -> raise(connection, tenant)
                .call(() -> connection.preparedQuery(SAVE).execute(values(tenant, settings)))
                .call(change -> changes.append(connection, change))
                .call(() -> audit.append(connection, event)));
    }

    private static Uni<StateChange> raise(SqlConnection connection, UUID tenant) {
        return connection.preparedQuery(RAISE).execute(Tuple.of(tenant)).map(rows -> PgTenantStore.tenant(
                        rows.iterator().next())
                .facts());
    }

    private static Tuple values(UUID tenant, GatewaySettings settings) {
        String[] origins = settings.origins().stream().map(Origin::value).toArray(String[]::new);
        return Tuple.tuple()
                .addUUID(tenant)
                .addArrayOfString(origins)
                .addInteger(settings.perMinute().orElse(null))
                .addInteger(settings.perHour().orElse(null));
    }

    private static Optional<GatewaySettings> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(settings(row.next())) : Optional.empty();
    }

    private static GatewaySettings settings(Row row) {
        return new GatewaySettings(
                Stream.of(row.getArrayOfStrings("cors_origins"))
                        .map(Origin::new)
                        .toList(),
                Optional.ofNullable(row.getInteger("per_minute")),
                Optional.ofNullable(row.getInteger("per_hour")));
    }
}
