package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.problem.OpenAiError;
import io.frontdesk.gateway.problem.ToldProblemMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients of OpenAI ask before they offer a choice. */
@Path("/v1/models")
@Tag(name = OpenAiError.TAG)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Names.CHAT)
public class ModelsResource {
    @GET
    @Operation(operationId = "listModels", summary = "The models to choose from, as OpenAI lists them: one")
    public Models list() {
        return Models.ALL;
    }

    @GET
    @Path("/{model}")
    @Operation(operationId = "getModel", summary = "A model")
    @APIResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = Models.Model.class)))
    public Response get(
            @PathParam("model")
                    @Parameter(schema = @Schema(implementation = String.class, enumeration = Models.FRONTDESK))
                    String model) {
        return model.equals(Models.FRONTDESK)
                ? Response.ok(Models.THE_ONE).build()
                : ToldProblemMapper.response(Problem.of(ProblemType.NOT_FOUND, "there is no such model")
                        .with("field", "model")
                        .members());
    }
}
