package io.frontdesk.gateway.documents;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.sources.SourceAccepted;
import io.frontdesk.contracts.sources.SourceIntake;
import io.frontdesk.contracts.sources.SourcePage;
import io.frontdesk.contracts.sources.SourceView;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.upstream.IngestionClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sources of documents: sitemaps, handed in, looked at, deleted. */
@Path("/v1/sources")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {
    private static final String SOURCES = IngestionClient.INTERNAL + "/v1/sources";

    private final IngestionClient ingestion;

    SourcesResource(IngestionClient ingestion) {
        this.ingestion = ingestion;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createSource",
            summary = "Takes a sitemap in, each of whose pages becomes a document",
            description =
                    "They are looked at again every now and then: what has changed is replaced, what has gone is deleted. "
                            + "The same sitemap again replaces what was said of it.")
    @APIResponse(
            responseCode = "202",
            description = "Stored; it will be read",
            content = @Content(schema = @Schema(implementation = SourceAccepted.class)))
    public Uni<Response> create(SourceIntake source) {
        return ingestion.call(UpstreamRequest.post(SOURCES, source));
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(operationId = "listSources", summary = "The tenant's sources, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = SourcePage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ingestion.call(UpstreamRequest.get(UpstreamRequest.page(SOURCES, limit, cursor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(operationId = "getSource", summary = "A source, and how it was read the last time")
    @APIResponse(
            responseCode = "200",
            description = "The source",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Uni<Response> get(UUID id) {
        return ingestion.call(UpstreamRequest.get(SOURCES + "/" + id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Operation(operationId = "deleteSource", summary = "Deletes a source, and the documents of its pages with it")
    @APIResponse(
            responseCode = "202",
            description = "It is gone, and its documents will be",
            content = @Content(schema = @Schema(implementation = SourceAccepted.class)))
    public Uni<Response> delete(UUID id) {
        return ingestion.call(UpstreamRequest.delete(SOURCES + "/" + id));
    }
}
