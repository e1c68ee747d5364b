package io.frontdesk.gateway.deadletters;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DeadLetterPage;
import io.frontdesk.contracts.documents.DeadLetterReplay;
import io.frontdesk.contracts.documents.DeadLetterReplayReport;
import io.frontdesk.contracts.documents.DeadLetterView;
import io.frontdesk.contracts.documents.ReplayedLetter;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.upstream.IngestionClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What could not be taken in or indexed: looked at, and tried again. */
@Path("/v1/dead-letters")
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {
    private static final String LETTERS = IngestionClient.INTERNAL + "/v1/dead-letters";

    private final DeadLettersClient letters;

    DeadLettersResource(DeadLettersClient letters) {
        this.letters = letters;
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(
            operationId = "listDeadLetters",
            summary = "The tenant's documents that failed and records that never became documents, newest first",
            description = "A letter goes when it is replayed, when a later version of its document succeeds, when the "
                    + "document is deleted, or when it is too old.")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = DeadLetterPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("stage") @Nullable String stage) {
        String page = UpstreamRequest.page(LETTERS, limit, cursor);
        return letters.call(UpstreamRequest.get(
                UpstreamRequest.query(UpstreamRequest.query(page, "reason", reason), "stage", stage)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(
            operationId = "getDeadLetter",
            summary = "Why it failed, where its original is, and whether it was overtaken")
    @APIResponse(
            responseCode = "200",
            description = "The dead letter",
            content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
    public Uni<Response> get(UUID id) {
        return letters.call(UpstreamRequest.get(LETTERS + "/" + id));
    }

    @GET
    @Path("/{id}/original")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    @Operation(operationId = "getDeadLetterOriginal", summary = "The original, as it came")
    @APIResponse(
            responseCode = "200",
            description = "Its bytes; those of a record without the credentials that stood in it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> original(UUID id) {
        return letters.download(UpstreamRequest.get(LETTERS + "/" + id + "/original"));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/{id}/replay")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Tries it again: a document as the same version, a record as if it came now")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = ReplayedLetter.class)))
    public Uni<Response> replay(UUID id) {
        return letters.replay(UpstreamRequest.post(LETTERS + "/" + id + "/replay"));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/replay")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Tries those again that failed for a reason or at a stage, or only says what would happen",
            description = "So many at a time: where some remain, ask again while any is replayed.")
    @APIResponse(
            responseCode = "200",
            description = "What became of them",
            content = @Content(schema = @Schema(implementation = DeadLetterReplayReport.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = DeadLetterReplay.class)))
    public Uni<Response> replaySome(DeadLetterReplay meant) {
        return letters.replay(UpstreamRequest.post(LETTERS + "/replay", meant));
    }
}
