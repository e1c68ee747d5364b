package io.frontdesk.gateway.operations;

import io.frontdesk.contracts.Scope;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Health and metrics on the public port; the management port has them for every service. */
@Path("/")
@Tag(name = OperationsResource.TAG)
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    static final String TAG = "operations";

    private final SmallRyeHealthReporter health;
    private final SuiteHealth suite;
    private final PrometheusMeterRegistry metrics;

    OperationsResource(SmallRyeHealthReporter health, SuiteHealth suite, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.suite = suite;
        this.metrics = metrics;
    }

    @GET
    @Path("/health")
    @PermitAll
    @Operation(operationId = "health", summary = "Whether this gateway is alive")
    public Map<String, String> health() {
        return Map.of("status", "up");
    }

    @GET
    @Path("/ready")
    @PermitAll
    @Operation(operationId = "ready", summary = "Whether this gateway takes requests; 503 while it does not")
    public Uni<Response> ready() {
        return health.getReadinessAsync()
                .map(report -> report.isDown()
                        ? Response.status(503).entity(Map.of("status", "down")).build()
                        : Response.ok(Map.of("status", "up")).build());
    }

    @GET
    @Path("/health/detailed")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "detailedHealth", summary = "Every instance with its dependencies and their latency")
    public Uni<Map<String, Object>> detailed() {
        return suite.report().map(InstanceReports::detailed);
    }

    @GET
    @Path("/metrics")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "metrics", summary = "This gateway's metrics, in Prometheus's text format")
    public String metrics() {
        return metrics.scrape();
    }
}
