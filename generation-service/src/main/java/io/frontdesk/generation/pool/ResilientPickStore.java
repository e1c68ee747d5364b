package io.frontdesk.generation.pool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The pool as long as Redis answers, and this replica's share of it otherwise ({@link LocalShares}). */
final class ResilientPickStore implements PickStore {
    private static final Logger LOG = Logger.getLogger(ResilientPickStore.class);

    private final PickStore shared;
    private final LocalShares shares;
    private final Counter withoutRedis;
    private final AtomicBoolean lost = new AtomicBoolean();

    ResilientPickStore(PickStore shared, LocalShares shares, MeterRegistry registry) {
        this.shared = shared;
        this.shares = shares;
        this.withoutRedis = registry.counter("frontdesk.llm.picks.without.redis");
    }

    @Override
    public Uni<Pick> pick(PickRequest request) {
        return shared.pick(request).onFailure().recoverWithItem(e -> pickAlone(request, e));
    }

    private Pick pickAlone(PickRequest request, Throwable e) {
        if (lost.compareAndSet(false, true)) {
            LOG.warnf("Keys are shared out without the state Redis: %s", e);
        }
        withoutRedis.increment();
        return shares.pick(request);
    }

    @Override
    public Uni<Void> end(End end) {
        return shared.end(end).onFailure().recoverWithItem(() -> {
            shares.ended(end);
            return null;
        });
    }

    /** Who does not ask again loses the place anyway. */
    @Override
    public Uni<Void> leave(String id) {
        return shared.leave(id).onFailure().recoverWithNull();
    }

    @Override
    public Uni<KeyStates> states(List<LlmKey> keys) {
        return shared.states(keys).invoke(states -> {
            shares.saw(states);
            if (lost.compareAndSet(true, false)) {
                LOG.info("Keys are shared out by the state Redis again");
            }
        });
    }

    @Override
    public Uni<Void> reset(String alias) {
        return shared.reset(alias);
    }
}
