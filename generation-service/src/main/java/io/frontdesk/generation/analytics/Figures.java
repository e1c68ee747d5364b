package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.records.Analytics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of a tenant and a period, for some minutes the same. */
@ApplicationScoped
class Figures {
    private final FigureCache cache;
    private final FigureStore store;
    private final AnalyticsConfig config;

    Figures(FigureCache cache, FigureStore store, AnalyticsConfig config) {
        this.cache = cache;
        this.store = store;
        this.config = config;
    }

    Uni<Analytics> of(UUID tenant, @Nullable String from, @Nullable String to) {
        Period period = Period.of(from, to, Instant.now(), config);
        return cache.read(tenant, period)
                .chain(known ->
                        known.map(figures -> Uni.createFrom().item(figures)).orElseGet(() -> read(tenant, period)));
    }

    private Uni<Analytics> read(UUID tenant, Period period) {
        return store.read(tenant, period).call(figures -> cache.write(tenant, period, figures));
    }
}
