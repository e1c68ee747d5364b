package io.frontdesk.auth.state;

import io.frontdesk.auth.problem.AuthError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tells the gateways. */
@ApplicationScoped
public class TenantStates {
    /** Below what the pool of connections lets wait, beside the requests that write too. */
    private static final int AT_ONCE = 4;

    private final RedisTenantStateStore redis;
    private final PgStateChangeStore waiting;

    TenantStates(RedisTenantStateStore redis, PgStateChangeStore waiting) {
        this.redis = redis;
        this.waiting = waiting;
    }

    /**
     * Writes a change that has been committed, so that it holds on every gateway's next request. Fails with
     * {@link AuthError.StateNotWritten}; the change waits then, and a relay writes it when Redis is back.
     */
    public Uni<Void> announce(StateChange committed) {
        return write(committed).chain(() -> waiting.delete(committed));
    }

    /** Writes a change that nothing waits with. */
    public Uni<Void> write(StateChange change) {
        return redis.write(change);
    }

    /** Forgets when epochs of a tenant were written, after which nothing is left to write of it. */
    public Uni<Void> forgetEpochs(UUID tenant) {
        return redis.forgetEpochs(tenant);
    }

    /** Writes many, a few at once; fails with the first that cannot be written. */
    public Uni<Void> writeAll(List<? extends StateChange> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUni(this::write)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }
}
