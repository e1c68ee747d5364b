package io.frontdesk.gateway.documents;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DocumentAccepted;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.contracts.documents.DocumentPage;
import io.frontdesk.contracts.documents.DocumentStatus;
import io.frontdesk.contracts.documents.DocumentView;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.stream.EventClient;
import io.frontdesk.gateway.upstream.IngestionClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Documents: handed in, looked at, deleted. */
@Path("/v1/documents")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {
    private static final String DOCUMENTS = IngestionClient.INTERNAL + "/v1/documents";

    private final IngestionClient ingestion;
    private final EventClient events;
    private final CurrentCaller caller;
    private final Uploads uploads;

    DocumentsResource(IngestionClient ingestion, EventClient events, CurrentCaller caller, Uploads uploads) {
        this.ingestion = ingestion;
        this.events = events;
        this.caller = caller;
        this.uploads = uploads;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createDocument",
            summary = "Takes a document in: text, or a file: a text, page, mail, book or Office document",
            description =
                    "The same external_id again replaces it, unless its version is older than what is there. With a url "
                            + "and no content it is fetched from there, and again after each time of recrawl.")
    @APIResponse(
            responseCode = "202",
            description = "Stored; it will be indexed",
            content = @Content(schema = @Schema(implementation = DocumentAccepted.class)))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DocumentIntake.class)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = UploadForm.class))
            })
    public Uni<Response> create(DocumentIntake document) {
        return ingestion.call(UpstreamRequest.post(DOCUMENTS, document));
    }

    @POST
    @Idempotent
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Uni<Response> upload(@Context HttpServerRequest request) {
        return ingestion.call(uploads.onward(DOCUMENTS, request));
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(operationId = "listDocuments", summary = "The tenant's documents, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = DocumentPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return ingestion.call(UpstreamRequest.get(UpstreamRequest.page(DOCUMENTS, limit, cursor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(operationId = "getDocument", summary = "A document and where it is in its life")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> get(UUID id) {
        return ingestion.call(UpstreamRequest.get(DOCUMENTS + "/" + id));
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "documentEvents",
            summary = "The life of a document as it happens",
            description =
                    "Events: its present state first, then document.received, document.parsing, document.chunked, "
                            + "document.indexing as they come, and document.progress in between, with what is done of the stage and an "
                            + "estimate of the seconds left (eta_seconds; absent where nothing is known). The data of each is a "
                            + "DocumentStatus. The stream ends after document.indexed, document.failed or document.deleted; one that ends "
                            + "without them goes on at `Last-Event-ID`, on any replica. A connection lasts 10 minutes at most.")
    @APIResponse(
            responseCode = "200",
            description = "Events; ids never fall",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = DocumentStatus.class)))
    @APIResponse(responseCode = "204", description = "The event that Last-Event-ID names is the last there is")
    @APIResponse(responseCode = "429", description = "Too many connections of the tenant follow documents")
    public Uni<Response> events(
            UUID id,
            @Parameter(
                            description = "The id of the event that was seen last",
                            schema = @Schema(implementation = Long.class))
                    @HeaderParam(Headers.LAST_EVENT_ID)
                    @Nullable
                    String lastEventId) {
        var request = UpstreamRequest.get(DOCUMENTS + "/" + id + "/events")
                .as(caller.get())
                .resuming(lastEventId);
        return events.follow(UpstreamService.INGESTION, request);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Operation(operationId = "deleteDocument", summary = "Deletes a document")
    @APIResponse(responseCode = "204", description = "It is gone: no further answer uses it")
    @APIResponse(responseCode = "202", description = "It will be gone; the index cannot be reached at the moment")
    public Uni<Response> delete(UUID id) {
        return ingestion.call(UpstreamRequest.delete(DOCUMENTS + "/" + id));
    }
}
