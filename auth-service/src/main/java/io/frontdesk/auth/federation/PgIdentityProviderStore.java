package io.frontdesk.auth.federation;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Identity providers in PostgreSQL. */
@ApplicationScoped
class PgIdentityProviderStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = """
            insert into identity_providers (id, tenant_id, issuer, audience, scopes, acl_claim, created_at)
            select $1, $2, $3, $4, $5, $6, $7
            where (select count(*) from identity_providers where tenant_id = $2) < $8""";
    private static final String SELECT =
            "select id, tenant_id, issuer, audience, scopes, acl_claim, created_at from identity_providers ";
    private static final String LIST = SELECT + "where tenant_id = $1 and id > $2 order by id limit $3";
    private static final String FIND = SELECT + "where tenant_id = $1 and id = $2";
    private static final String DELETE =
            "delete from identity_providers where tenant_id = $1 and id = $2 returning epoch";

    private final TenantDatabase database;
    private final PgAuditStore audit;
    private final PgStateChangeStore changes;
    private final int maxPerTenant;

    PgIdentityProviderStore(
            TenantDatabase database, PgAuditStore audit, PgStateChangeStore changes, FederationConfig config) {
        this.database = database;
        this.audit = audit;
        this.changes = changes;
        this.maxPerTenant = config.maxProvidersPerTenant();
    }

    /** Adds a provider; fails with {@link AuthError.ProviderNotAdded} where somebody has it, or the tenant has too many. */
    Uni<Void> insert(IdentityProvider provider, AuditEvent event) {
        return database.inTransaction(provider.tenantId(), transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(values(provider))
                        .invoke(this::requireInserted)
                        .chain(() -> audit.append(transaction, event)))
                .onFailure(PgIdentityProviderStore::isTaken)
                .transform(e -> AuthError.ProviderNotAdded.taken());
    }

    Uni<List<IdentityProvider>> list(UUID tenant, UUID after, int limit) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(LIST).execute(Tuple.of(tenant, after, limit)))
                .map(PgIdentityProviderStore::all);
    }

    Uni<Optional<IdentityProvider>> find(UUID tenant, UUID id) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant, id)))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Removes a provider; what gateways have to learn of it, or nothing where there was none. */
    Uni<Optional<StateChange>> delete(UUID tenant, UUID id, AuditEvent event) {
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(tenant, id))
                .chain(rows -> {
                    var row = rows.iterator();
                    return row.hasNext()
                            ? record(transaction, tenant, id, row.next().getLong("epoch"), event)
                            : Uni.createFrom().item(Optional.empty());
                }));
    }

    private Uni<Optional<StateChange>> record(
            SqlConnection transaction, UUID tenant, UUID id, long epoch, AuditEvent event) {
        StateChange change = StateChange.Epoch.of(tenant, TenantState.epochOfIssuer(id), epoch + 1);
        return changes.append(transaction, change)
                .chain(() -> audit.append(transaction, event))
                .replaceWith(Optional.of(change));
    }

    private Tuple values(IdentityProvider provider) {
        return Tuple.tuple()
                .addUUID(provider.id())
                .addUUID(provider.tenantId())
                .addString(provider.issuer())
                .addString(provider.audience())
                .addArrayOfString(provider.scopes().wireNames().toArray(String[]::new))
                .addString(provider.aclClaim().orElse(null))
                .addOffsetDateTime(provider.createdAt().atOffset(ZoneOffset.UTC))
                .addInteger(maxPerTenant);
    }

    private static List<IdentityProvider> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgIdentityProviderStore::provider)
                .toList();
    }

    private static IdentityProvider provider(Row row) {
        return new IdentityProvider(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getString("issuer"),
                row.getString("audience"),
                Scopes.parse(List.of(row.getArrayOfStrings("scopes"))),
                Optional.ofNullable(row.getString("acl_claim")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private void requireInserted(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw AuthError.ProviderNotAdded.tooMany(maxPerTenant);
        }
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
