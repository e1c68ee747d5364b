package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.Analytics;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Figures of the tenant's answers. */
@Path("/internal/v1/analytics")
@RolesAllowed(Scope.Names.ANALYTICS)
class AnalyticsResource {
    private final Figures figures;
    private final CurrentCaller caller;

    AnalyticsResource(Figures figures, CurrentCaller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    @GET
    public Uni<Analytics> get(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return figures.of(caller.get().tenantId(), from, to);
    }
}
