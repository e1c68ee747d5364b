package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keys that stand in the environment, brought in at each start of each replica. */
@ApplicationScoped
public class InstalledKeys {
    private static final Logger LOG = Logger.getLogger(InstalledKeys.class);
    private static final String NAME = "From the environment";

    private final PgInstalledKeyStore store;
    private final TenantStates states;
    private final Clock clock;

    InstalledKeys(PgInstalledKeyStore store, TenantStates states, Clock clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    /** Makes a text the key of a fixed id, in place of the text that was the key before: the environment decides. */
    public Uni<Void> replace(UUID tenant, UUID id, Scopes scopes, ApiKeyText text) {
        return store.replace(key(tenant, id, scopes, text), text.hash()).chain(this::tryToAnnounce);
    }

    /**
     * Gives a tenant a key that it has never had; from then on the tenant decides, and a key that it has revoked or rotated
     * does not come back.
     *
     * @return false where another key that still works has the same {@code fd_<id>}: nothing is done then
     */
    public Uni<Boolean> adopt(UUID tenant, Scopes scopes, ApiKeyText text) {
        return store.adopt(key(tenant, Ids.next(), scopes, text), text.hash());
    }

    private ApiKey key(UUID tenant, UUID id, Scopes scopes, ApiKeyText text) {
        return ApiKey.made(id, tenant, text.prefix(), NAME, scopes, Labels.NONE, clock.instant(), Optional.empty());
    }

    /** Where Redis does not answer, a service that is about to start has to start all the same; the change waits. */
    private Uni<Void> tryToAnnounce(Optional<StateChange> change) {
        return change.map(states::announce)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure(AuthError.StateNotWritten.class)
                .invoke(e -> LOG.warn("The gateways learn of the new key when Redis answers", e.getCause()))
                .onFailure(AuthError.StateNotWritten.class)
                .recoverWithNull();
    }
}
