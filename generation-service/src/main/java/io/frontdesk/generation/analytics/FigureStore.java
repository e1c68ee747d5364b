package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.records.Analytics;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where the figures of tenants stand. */
interface FigureStore {
    Uni<Analytics> read(UUID tenant, Period period);
}
