package io.frontdesk.gateway.deadletters;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DeadLetterPage;
import io.frontdesk.contracts.documents.DeadLetterReplayReport;
import io.frontdesk.contracts.documents.DeadLetterView;
import io.frontdesk.contracts.documents.OperatorDeadLetterReplay;
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

/** The dead letters of all tenants, and the records that are nobody's, for the operator. */
@Path("/v1/admin/dead-letters")
@Tag(name = "dead letters")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorDeadLettersResource {
    private static final String LETTERS = IngestionClient.INTERNAL + "/v1/admin/dead-letters";
    private static final String TENANT = "tenant_id";

    private final DeadLettersClient letters;

    OperatorDeadLettersResource(DeadLettersClient letters) {
        this.letters = letters;
    }

    @GET
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "listAllDeadLetters",
            summary = "The dead letters of all tenants, newest first",
            description = "Those without a tenant_id came by Kafka without a valid key: only the operator sees them.")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = DeadLetterPage.class)))
    @APIResponse(responseCode = "404", description = "The tenant_id is none that a tenant can have")
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam(TENANT) @Nullable UUID tenantId) {
        String page = UpstreamRequest.page(LETTERS, limit, cursor);
        String filtered = UpstreamRequest.query(UpstreamRequest.query(page, "reason", reason), "stage", stage);
        return letters.call(UpstreamRequest.get(ofTenant(filtered, tenantId)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "getAnyDeadLetter", summary = "A dead letter, whosever it is")
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
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "getAnyDeadLetterOriginal", summary = "The original, as it came")
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
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "replayAnyDeadLetter",
            summary = "Tries it again",
            description = "A record that is nobody's is taken in for the tenant that tenant_id names.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = ReplayedLetter.class)))
    public Uni<Response> replay(UUID id, @QueryParam(TENANT) @Nullable UUID tenantId) {
        return letters.replay(UpstreamRequest.post(ofTenant(LETTERS + "/" + id + "/replay", tenantId)));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/replay")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayAllDeadLetters",
            summary = "Tries those again that failed for a reason or at a stage, or only says what would happen",
            description = "So many at a time: where some remain, ask again while any is replayed.")
    @APIResponse(
            responseCode = "200",
            description = "What became of them",
            content = @Content(schema = @Schema(implementation = DeadLetterReplayReport.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = OperatorDeadLetterReplay.class)))
    public Uni<Response> replaySome(OperatorDeadLetterReplay meant) {
        return letters.replay(UpstreamRequest.post(LETTERS + "/replay", meant));
    }

    private static String ofTenant(String path, @Nullable UUID tenantId) {
        return UpstreamRequest.query(path, TENANT, tenantId == null ? null : tenantId.toString());
    }
}
