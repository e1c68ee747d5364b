package io.frontdesk.auth.users;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The users of tenants. */
@ApplicationScoped
public class Users {
    private final PgUserStore store;
    private final Tenants tenants;
    private final Passwords passwords;
    private final Clock clock;

    Users(PgUserStore store, Tenants tenants, Passwords passwords, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A new user; fails with {@link AuthError.NotFound} or {@link AuthError.EmailTaken}. */
    Uni<User> create(UUID tenant, Email email, Password password, Role role) {
        User user = new User(Ids.next(), tenant, email, role, clock.instant());
        return tenants.get(tenant)
                .chain(() -> passwords.hash(password))
                .chain(hash -> store.insert(user, hash))
                .replaceWith(user);
    }

    /** Whom a user stands for now; nobody where the user is gone or the tenant is suspended. */
    public Uni<Optional<Principal>> principal(UUID tenant, UUID user) {
        return store.principal(tenant, user);
    }
}
