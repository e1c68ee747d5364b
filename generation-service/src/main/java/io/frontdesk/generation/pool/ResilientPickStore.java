package io.frontdesk.generation.pool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** The pool as long as Redis answers, and this replica's share of it where it has not for a while ({@link LocalShares}). */
final class ResilientPickStore implements PickStore {
    private static final Logger LOG = Logger.getLogger(ResilientPickStore.class);

    private final PickStore shared;
    private final LocalShares shares;
    private final Duration moment;
    private final LongSupplier nanos;
    private final Counter withoutRedis;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile long seenAt;

    /**
     * The pool of one replica, which has not seen Redis yet.
     *
     * @param moment a Redis that does not answer for less is waited for
     * @param nanos as {@link System#nanoTime}
     */
    ResilientPickStore(
            PickStore shared, LocalShares shares, Duration moment, LongSupplier nanos, MeterRegistry registry) {
        this.shared = shared;
        this.shares = shares;
        this.moment = moment;
        this.nanos = nanos;
        this.seenAt = nanos.getAsLong() - moment.toNanos();
        this.withoutRedis = registry.counter("frontdesk.llm.picks.without.redis");
    }

    @Override
    public Uni<Pick> pick(PickRequest request) {
        return shared.pick(request).invoke(this::seen).onFailure().recoverWithItem(e -> pickAlone(request, e));
    }

    private void seen(Object answer) {
        seenAt = nanos.getAsLong();
    }

    private Pick pickAlone(PickRequest request, Throwable e) {
        if (nanos.getAsLong() - seenAt < moment.toNanos()) {
            return new Pick.Waiting(0);
        }
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
        return shared.states(keys).invoke(this::seen).invoke(states -> {
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
