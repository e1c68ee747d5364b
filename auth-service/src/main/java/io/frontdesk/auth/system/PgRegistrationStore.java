package io.frontdesk.auth.system;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.federation.Registration;
import io.frontdesk.auth.federation.RegistrationStore;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Looks foreign issuers up in PostgreSQL, by the unique index of issuer and audience. */
@ApplicationScoped
class PgRegistrationStore implements RegistrationStore {
    private static final String FIND = """
            select p.id, p.tenant_id, t.status = 'active' as active, t.plan, p.issuer, p.audience, p.scopes, p.acl_claim, p.epoch
            from identity_providers p join tenants t on t.id = p.tenant_id
            where p.issuer = $1 and p.audience = any($2)""";

    private final SystemDatabase database;

    PgRegistrationStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<Registration>> find(String issuer, List<String> audiences) {
        Tuple values = Tuple.tuple().addString(issuer).addArrayOfString(audiences.toArray(String[]::new));
        return database.inTransaction(
                        connection -> connection.preparedQuery(FIND).execute(values))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgRegistrationStore::registration)
                        .toList());
    }

    private static Registration registration(Row row) {
        return new Registration(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getBoolean("active"),
                row.getString("plan"),
                row.getString("issuer"),
                row.getString("audience"),
                Scopes.parse(List.of(row.getArrayOfStrings("scopes"))),
                Optional.ofNullable(row.getString("acl_claim")),
                row.getLong("epoch"));
    }
}
