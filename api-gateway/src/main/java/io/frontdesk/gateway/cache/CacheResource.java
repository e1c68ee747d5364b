package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.gateway.admission.CurrentGrant;
import io.frontdesk.gateway.upstream.RetrievalClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A tenant's answers that are given again. The retrieval-service keeps them, with what they rest on. */
@Path("/v1/cache")
@Tag(name = "answers")
@Produces(MediaType.APPLICATION_JSON)
public class CacheResource {
    static final String ANSWERS = RetrievalClient.INTERNAL + "/v1/answers";

    private final RetrievalClient retrieval;
    private final Warming warming;
    private final CurrentGrant grant;

    CacheResource(RetrievalClient retrieval, Warming warming, CurrentGrant grant) {
        this.retrieval = retrieval;
        this.warming = warming;
        this.grant = grant;
    }

    @DELETE
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(
            operationId = "clearCache",
            summary = "Has every question answered anew",
            description = "When this is answered, no replica gives an answer again that was made before.")
    @APIResponse(
            responseCode = "200",
            description = "How many answers were cleared",
            content = @Content(schema = @Schema(implementation = AnswersCleared.class)))
    public Uni<Response> clear() {
        return retrieval.call(UpstreamRequest.delete(ANSWERS));
    }

    @POST
    @Path("/questions")
    @RolesAllowed(Scope.Names.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "warmCache",
            summary = "Asks questions before customers do",
            description =
                    "As the caller, who needs the scope `chat` as well, and with the caller's labels: the answers are given again to "
                            + "whoever sees the same documents. Each counts for the limits of answers as if it were asked by itself, also "
                            + "one that was known; those for which there is no room are not asked, and stand in `refused`, to be asked "
                            + "again after `retry_after` seconds. All go after what customers wait for.")
    @APIResponse(
            responseCode = "200",
            description = "What became of them",
            content = @Content(schema = @Schema(implementation = WarmingReport.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = WarmingQuestions.class)))
    public Uni<WarmingReport> warm(WarmingQuestions questions) {
        return warming.ask(grant.get(), questions.questions());
    }
}
