package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.problem.ToldProblemMapper;
import io.frontdesk.gateway.stream.EventStream;
import io.frontdesk.gateway.stream.EventStreamWriter;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Answers, as one JSON document or as events. */
@Path("/v1/answers")
@Tag(name = "answers")
public class AnswersResource {
    private final AnswersClient answers;
    private final CurrentCaller caller;

    AnswersResource(AnswersClient answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            operationId = "answer",
            summary = "Answers a question from the tenant's documents",
            description =
                    "As JSON; or, with `\"stream\": true` or `Accept: text/event-stream`, as events: answer.started, "
                            + "answer.searching, answer.waiting (with a place, while others are before it), answer.delta and answer.citation "
                            + "as they come, and exactly one of answer.completed, "
                            + "answer.incomplete, answer.failed, answer.escalated at the end. A stream without one of these was cut, and goes "
                            + "on at `GET /v1/answers/{id}/events` after the id of the last event that had one; the answer waits "
                            + "15 s for that. As JSON, an answer whose caller goes away is not worked on any more; one that breaks off is 502, and one that reached "
                            + "a limit says so in `incomplete`. "
                            + "`unsupported` lists sentences of the text that what they cite does not support; `confidence` is lower by them. "
                            + "An answer with `\"cache\": \"hit\"` was made before, for the same question; the header `Age` says how many "
                            + "seconds ago.")
    @APIResponse(
            responseCode = "200",
            description = "The answer, which may be an honest refusal",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "The caller has no such conversation, or it was too long ago")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerRequest.class)))
    public Uni<Response> answer(AnswerRequest question, @Context HttpHeaders headers) {
        boolean streamed = Boolean.TRUE.equals(question.stream())
                || MediaType.SERVER_SENT_EVENTS_TYPE.equals(
                        headers.getAcceptableMediaTypes().getFirst());
        Reading reading = streamed ? Reading.RESUMABLE : Reading.WHOLE;
        return answers.ask(caller.get(), question, reading).chain(reply -> switch (reply) {
            case AnswersClient.Reply.Refusal(UpstreamReply refusal) ->
                Uni.createFrom().item(RelayMapper.relay(refusal));
            case AnswersClient.Reply.Stream(AnswerStream answer)
            when streamed -> Uni.createFrom().item(aged(streamed(answer), answer));
            case AnswersClient.Reply.Stream(AnswerStream answer) ->
                answer.end().map(end -> aged(response(end), answer));
        });
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed(Scope.Names.CHAT)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "answerEvents",
            summary = "An answer as it happens, from any of its events on",
            description =
                    "The events of `POST /v1/answers`, for whoever asked, while it is given and 15 minutes longer: all of them, or "
                            + "those after `Last-Event-ID`. None is missing and none comes twice, whichever replica tells them. "
                            + "Later its last event comes alone, without an id, with the whole answer.")
    @APIResponse(
            responseCode = "200",
            description = "Events; ids rise by one",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "204", description = "The event that Last-Event-ID names is the last there is")
    @APIResponse(responseCode = "404", description = "The caller has no such answer, or it is not kept any more")
    public Uni<Response> events(
            UUID id,
            @Parameter(
                            description = "The id of the event that was seen last",
                            schema = @Schema(implementation = Long.class))
                    @HeaderParam(Headers.LAST_EVENT_ID)
                    @Nullable
                    String lastEventId) {
        return answers.events(caller.get(), id, lastEventId);
    }

    private static Response streamed(AnswerStream answer) {
        return switch (answer) {
            case AnswerGivenAgain again -> EventStreamWriter.respond(again.written());
            case GeneratedAnswer generated -> streamed(generated);
        };
    }

    private static Response streamed(GeneratedAnswer answer) {
        var response = EventStreamWriter.respond(new EventStream(answer.frames(), false));
        return answer.logged()
                .map(id -> Response.fromResponse(response)
                        .header(Headers.ANSWER, id)
                        .build())
                .orElse(response);
    }

    /** With its age, where it is given again (RFC 9111, section 5.1). */
    private static Response aged(Response response, AnswerStream answer) {
        return answer.age()
                .map(age -> Response.fromResponse(response)
                        .header("Age", age.toSeconds())
                        .build())
                .orElse(response);
    }

    private static Response response(AnswerEvent.Terminal end) {
        return switch (end) {
            case AnswerEvent.Completed completed -> json(completed.answer());
            case AnswerEvent.Incomplete incomplete -> response(incomplete);
            case AnswerEvent.Escalated escalated -> json(escalated.answer());
            case AnswerEvent.Failed failed -> ToldProblemMapper.response(failed.problem());
        };
    }

    /** Half a text that nobody saw break off would be taken for the whole. */
    private static Response response(AnswerEvent.Incomplete end) {
        return end.reason().isFailure()
                ? ToldProblemMapper.response(Problem.of(ProblemType.UPSTREAM_FAILED, "The answer broke off; ask again")
                        .members())
                : json(end.answer().brokenOff(end.reason()));
    }

    private static Response json(Answer answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
