package io.frontdesk.auth.sessions;

import io.frontdesk.auth.access.Principal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Sessions of users and their life. */
@ApplicationScoped
public class Sessions {
    private final PgSessionStore store;

    Sessions(PgSessionStore store) {
        this.store = store;
    }

    /** Whom a user stands for now; nobody where the session has ended, the user is gone or the tenant is suspended. */
    public Uni<Optional<Principal>> user(UUID tenant, UUID user, UUID session, long generation) {
        return store.user(tenant, user, session, generation);
    }
}
