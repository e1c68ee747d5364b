package io.frontdesk.auth.users;

import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The user whom the environment makes the operator, brought in at each start of each replica. */
@ApplicationScoped
public class Operators {
    private final PgUserStore store;
    private final Passwords passwords;
    private final Clock clock;

    Operators(PgUserStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes an operator, unless the installation has a user of this address; false where a user of another tenant has it. */
    public Uni<Boolean> ensure(Email email, Password password) {
        return exists(email).chain(there -> there ? Uni.createFrom().item(true) : make(email, password));
    }

    private Uni<Boolean> make(Email email, Password password) {
        User operator = new User(Ids.next(), Tenant.INSTALLATION, email, Role.OPERATOR, clock.instant());
        AuditEvent event = AuditEvent.of(
                Tenant.INSTALLATION,
                operator.createdAt(),
                Action.USER_CREATED,
                "installation",
                TenantState.epochOfUser(operator.id()));
        return passwords
                .hash(password)
                .chain(hash -> store.insertIfAbsent(operator, hash, event))
                .chain(() -> exists(email));
    }

    private Uni<Boolean> exists(Email email) {
        return store.exists(Tenant.INSTALLATION, email);
    }
}
