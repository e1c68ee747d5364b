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

/** Answers for clients of OpenAI's chat completions. */
@Path("/v1/chat/completions")
@Tag(name = OpenAiError.TAG)
public class ChatResource {
    private final OpenAiAnswersClient answers;

    ChatResource(OpenAiAnswersClient answers) {
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Scope.Names.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            operationId = "completeChat",
            summary = "Answers a question from the tenant's documents, for OpenAI's clients",
            description =
                    "The answer of `POST /v1/answers`. The last message of the user is the question, at most 4,000 characters; the last 12 "
                            + "that were asked before it, each with its answer, say what a follow-up means. Messages of the system are "
                            + "left out: how answers are given is settled by the tenant. The text refers to what it rests on as `[n]`, and "
                            + "`annotations` say what that is; in a stream they come when the text is whole. A stream that ends well ends with "
                            + "`data: [DONE]`; one that breaks off, with an `error` and without it.")
    @APIResponse(
            responseCode = "200",
            description = "The answer, which may be an honest refusal",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChatCompletion.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    @RequestBody(content = @Content(schema = @Schema(implementation = ChatRequest.class)))
    public Uni<Response> complete(ChatRequest request) {
        var form = new ChatForm(Instant.now().getEpochSecond(), request.wantsUsage());
        return answers.ask(request.asked(), request.wantsStream(), form);
    }
}
