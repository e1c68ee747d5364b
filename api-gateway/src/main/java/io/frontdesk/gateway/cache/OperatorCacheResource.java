package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.RetrievalClient;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.CurrentCaller;
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

/** The answers of all tenants that are given again, for the operator. */
@Path("/v1/admin/cache")
@Tag(name = "answers")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorCacheResource {
    private final RetrievalClient retrieval;
    private final Upstream upstream;
    private final Warming warming;
    private final CurrentCaller caller;

    OperatorCacheResource(RetrievalClient retrieval, Upstream upstream, Warming warming, CurrentCaller caller) {
        this.retrieval = retrieval;
        this.upstream = upstream;
        this.warming = warming;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "clearAllCaches", summary = "Has every question of every tenant answered anew")
    @APIResponse(
            responseCode = "200",
            description = "How many answers were cleared",
            content = @Content(schema = @Schema(implementation = AnswersCleared.class)))
    public Uni<Response> clear() {
        return retrieval.call(UpstreamRequest.delete(RetrievalClient.INTERNAL + "/v1/admin/answers"));
    }

    @POST
    @Path("/questions")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "warmCacheOfTenant",
            summary = "Asks a tenant's questions before its customers do",
            description =
                    "In the tenant's name, without any labels: the answers are given again to whoever sees no more than everybody. "
                            + "Otherwise as for the tenant itself, by the limits that its plan sets for answers. The tenant's "
                            + "audit trail tells of it.")
    @APIResponse(
            responseCode = "200",
            description = "What became of them",
            content = @Content(schema = @Schema(implementation = WarmingReport.class)))
    @APIResponse(responseCode = "404", description = "There is no such tenant")
    @RequestBody(content = @Content(schema = @Schema(implementation = QuestionsOfTenant.class)))
    public Uni<Response> warm(QuestionsOfTenant questions) {
        var token = UpstreamRequest.post(AuthClient.INTERNAL + "/v1/tenants/" + questions.tenantId() + "/tokens")
                .as(caller.get());
        return upstream.call(UpstreamService.AUTH, token)
                .chain(reply -> reply.isSuccess()
                        ? warming.ask(reply.as(TokenGrant.class), questions.questions())
                                .map(report -> Response.ok(report).build())
                        : Uni.createFrom().item(RelayMapper.relay(reply)));
    }
}
