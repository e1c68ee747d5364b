package io.frontdesk.gateway.records;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.Analytics;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was asked in the tenant, and how it was answered. */
@Path("/v1/analytics")
@Tag(name = "analytics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Names.ANALYTICS)
public class AnalyticsResource {
    private static final String ANALYTICS = GenerationClient.INTERNAL + "/v1/analytics";

    private final GenerationClient generation;

    AnalyticsResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @Operation(
            operationId = "getAnalytics",
            summary = "What was asked in a period, and how it was answered",
            description = "Whole hours (UTC), at most 92 days; a figure may be five minutes old.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = Analytics.class)))
    public Uni<Response> analytics(
            @Parameter(description = "RFC 3339; 7 days before `to` where it is absent") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "RFC 3339, exclusive; now where it is absent") @QueryParam("to") @Nullable
                    String to) {
        String path = UpstreamRequest.query(ANALYTICS, "from", from);
        UpstreamRequest request = UpstreamRequest.get(UpstreamRequest.query(path, "to", to));
        return generation.call(request);
    }
}
