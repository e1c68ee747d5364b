package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.problem.OpenAiError;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers for clients of OpenAI's responses. */
@Path("/v1/responses")
@Tag(name = OpenAiError.TAG)
public class ResponsesResource {
    private final OpenAiAnswersClient answers;

    ResponsesResource(OpenAiAnswersClient answers) {
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Scope.Names.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            operationId = "createResponse",
            summary = "Answers a question from the tenant's documents, for clients of OpenAI's responses",
            description =
                    "The answer of `POST /v1/answers`, as of `POST /v1/chat/completions`: the input's text, or the last message of the user, "
                            + "is the question; what was asked and answered before it says what a follow-up means; instructions, and "
                            + "messages of the system, are left out. Text alone is read and written. Nothing is kept to be referred to, so that "
                            + "`previous_response_id`, `conversation` and `background` are refused. In a stream `annotations` come when "
                            + "the text is whole; it ends with `response.completed`, `response.incomplete`, `response.failed`, or, "
                            + "where not even a response is there, `error`.")
    @APIResponse(
            responseCode = "200",
            description = "The answer, which may be an honest refusal",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ModelResponse.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    @RequestBody(content = @Content(schema = @Schema(implementation = ResponseRequest.class)))
    public Uni<Response> respond(ResponseRequest request) {
        return answers.ask(
                request.asked(),
                request.wantsStream(),
                new ResponseForm(Instant.now().getEpochSecond()));
    }
}
