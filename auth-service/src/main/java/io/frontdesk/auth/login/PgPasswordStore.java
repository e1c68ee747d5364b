package io.frontdesk.auth.login;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.sessions.CurrentSession.SignedIn;
import io.frontdesk.auth.sessions.PgSessionStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.auth.users.Email;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Passwords of users who are logged in, in PostgreSQL. */
@ApplicationScoped
class PgPasswordStore {
    private static final String FIND = "select email, password_hash from users where tenant_id = $1 and id = $2";
    private static final String CHANGE = "update users set password_hash = $3 where tenant_id = $1 and id = $2";

    private final TenantDatabase database;
    private final PgSessionStore sessions;
    private final PgAuditStore audit;

    PgPasswordStore(TenantDatabase database, PgSessionStore sessions, PgAuditStore audit) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
    }

    Uni<Optional<Known>> find(SignedIn user) {
        return database.query(
                        user.tenantId(),
                        connection -> connection.preparedQuery(FIND).execute(Tuple.of(user.tenantId(), user.userId())))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(known(row.next())) : Optional.empty();
                });
    }

    /** Changes the password, ends the other sessions, and accounts for it; returns what is to be announced. */
    Uni<StateChange> change(SignedIn user, String hash, AuditEvent event) {
        return database.inTransaction(user.tenantId(), transaction -> transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.of(user.tenantId(), user.userId(), hash))
                .chain(() -> audit.append(transaction, event))
                .chain(() ->
                        sessions.endAll(transaction, user.tenantId(), user.userId(), Optional.of(user.sessionId()))));
    }

    private static Known known(Row row) {
        return new Known(new Email(row.getString("email")), row.getString("password_hash"));
    }

    /** A user's address, and the bcrypt hash of the password. */
    record Known(Email email, String hash) {
        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Known[…]";
        }
    }
}
