package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.answers.AnswerStream;
import io.frontdesk.gateway.answers.AnswersClient;
import io.frontdesk.gateway.problem.ToldProblemMapper;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.stream.EventStream;
import io.frontdesk.gateway.stream.EventStreamWriter;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Multi;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Answers for clients of OpenAI's chat completions. They cannot come back for the rest of an answer, so that its work ends when they
 * go away.
 */
@Path("/v1/chat/completions")
@Tag(name = OpenAiError.TAG)
public class ChatResource {
    private final AnswersClient answers;
    private final CurrentCaller caller;

    ChatResource(AnswersClient answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
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
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChatRequest.class),
                            examples = @ExampleObject(name = "follow-up", value = """
            {"model": "frontdesk",
             "messages": [
               {"role": "user", "content": "How long do I have to return a laptop?"},
               {"role": "assistant", "content": "30 days. [1]"},
               {"role": "user", "content": "And for phones?"}],
             "stream": false}""")))
    public Uni<Response> complete(ChatRequest request) {
        long created = Instant.now().getEpochSecond();
        return answers.ask(caller.get(), request.asked(), false).chain(reply -> switch (reply) {
            case AnswersClient.Reply.Refusal(UpstreamReply refusal) ->
                Uni.createFrom().item(RelayMapper.relay(refusal));
            case AnswersClient.Reply.Stream(AnswerStream answer)
            when request.isStreamed() ->
                Uni.createFrom().item(streamed(answer, new ChatStream(created, request.wantsUsage())));
            case AnswersClient.Reply.Stream(AnswerStream answer) ->
                answer.end().map(ChatEnd::of).map(end -> response(end, created));
        });
    }

    private static Response streamed(AnswerStream answer, ChatStream chat) {
        Multi<EventFrame> frames = answer.events().onItem().transformToIterable(chat::frames);
        return EventStreamWriter.respond(new EventStream(frames, false));
    }

    private static Response response(ChatEnd end, long created) {
        return switch (end) {
            case ChatEnd.Broken broken -> ToldProblemMapper.response(broken.problem());
            case ChatEnd.Finished finished ->
                Response.ok(ChatCompletion.of(finished, created), MediaType.APPLICATION_JSON_TYPE)
                        .build();
        };
    }
}
