package io.frontdesk.generation.pool;

import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/**
 * How the keys stand: read again and again, for metrics under the names that dashboards of this field expect, and so that this
 * replica knows what was left when it loses sight of Redis. Figures are of the whole pool, the same at every replica.
 */
@ApplicationScoped
public class PoolFigures {
    private final KeyRing ring;
    private final PickStore store;
    private final Rounds rounds;
    private final MultiGauge total;
    private final MultiGauge healthy;
    private final MultiGauge open;
    private final MultiGauge requests;
    private final MultiGauge used;
    private final MultiGauge spent;

    PoolFigures(KeyRing ring, PickStore store, PoolConfig config, MeterRegistry registry, Vertx vertx) {
        this.ring = ring;
        this.store = store;
        this.rounds = new Rounds(vertx, "figures of the pool", config.figures(), () -> read().replaceWith(false));
        this.total = MultiGauge.builder("api.keys.total").register(registry);
        this.healthy = MultiGauge.builder("api.keys.healthy").register(registry);
        this.open = MultiGauge.builder("api.keys.circuit.open").register(registry);
        this.requests = MultiGauge.builder("api.requests.per.minute.current").register(registry);
        this.used = MultiGauge.builder("frontdesk.llm.quota.used.ratio").register(registry);
        this.spent = MultiGauge.builder("frontdesk.llm.quota.spent.in.seconds").register(registry);
    }

    void begin(@Observes StartupEvent starting) {
        rounds.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** How the keys in use stand at this moment; fails where the state Redis does not answer. */
    public Uni<List<KeyState>> states() {
        return store.states(ring.keys()).map(KeyStates::keys);
    }

    /** Closes a key's breaker, and takes it in again where its provider had refused it. */
    public Uni<Void> reset(String alias) {
        return store.reset(alias);
    }

    private Uni<Void> read() {
        if (ring.keys().isEmpty()) {
            show(List.of());
            return Uni.createFrom().voidItem();
        }
        return states().invoke(this::show).replaceWithVoid();
    }

    private void show(List<KeyState> states) {
        var counts = KeyCounts.of(states);
        show(total, counts.total());
        show(healthy, counts.healthy());
        show(open, counts.open());
        List<Row<?>> perMinute = new ArrayList<>();
        List<Row<?>> ratios = new ArrayList<>();
        List<Row<?>> forecasts = new ArrayList<>();
        for (KeyState state : states) {
            Tags key = Tags.of("key", state.key().alias());
            perMinute.add(Row.of(key, state.requests()));
            state.quotaUsed().ifPresent(ratio -> ratios.add(Row.of(key, ratio)));
            state.quotaSpentIn().ifPresent(left -> forecasts.add(Row.of(key, left.toSeconds())));
        }
        requests.register(perMinute, true);
        used.register(ratios, true);
        spent.register(forecasts, true);
    }

    private static void show(MultiGauge gauge, long value) {
        gauge.register(List.of(Row.of(Tags.empty(), value)), true);
    }
}
