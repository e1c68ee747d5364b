package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.records.Analytics;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Figures that were told a moment ago. Slow or gone, it is as if nothing had been remembered: neither call fails. */
interface FigureCache {
    Uni<Optional<Analytics>> read(UUID tenant, Period period);

    Uni<Void> write(UUID tenant, Period period, Analytics figures);
}
