package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.answers.AnswerStream;
import io.frontdesk.gateway.answers.AnswersClient;
import io.frontdesk.gateway.answers.Reading;
import io.frontdesk.gateway.problem.ToldProblemMapper;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.stream.EventStream;
import io.frontdesk.gateway.stream.EventStreamWriter;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Answers for OpenAI's clients, in whatever form. They cannot come back for the rest of an answer, so that its work ends when they go
 * away.
 */
@ApplicationScoped
class OpenAiAnswersClient {
    private final AnswersClient answers;
    private final CurrentCaller caller;

    OpenAiAnswersClient(AnswersClient answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    Uni<Response> ask(AnswerRequest question, boolean streamed, Form form) {
        Reading reading = streamed ? Reading.STREAMED : Reading.WHOLE;
        return answers.ask(caller.get(), question, reading).chain(reply -> switch (reply) {
            case AnswersClient.Reply.Refusal(UpstreamReply refusal) ->
                Uni.createFrom().item(RelayMapper.relay(refusal));
            case AnswersClient.Reply.Stream(AnswerStream answer)
            when streamed -> Uni.createFrom().item(asItComes(answer, form));
            case AnswersClient.Reply.Stream(AnswerStream answer) ->
                answer.end().map(AnswerEnd::of).map(end -> whole(end, form));
        });
    }

    private static Response asItComes(AnswerStream answer, Form form) {
        Multi<EventFrame> frames = answer.events().onItem().transformToIterable(form::frames);
        return EventStreamWriter.respond(new EventStream(frames, false));
    }

    private static Response whole(AnswerEnd end, Form form) {
        return switch (end) {
            case AnswerEnd.Broken broken -> ToldProblemMapper.response(broken.problem());
            case AnswerEnd.Finished finished ->
                Response.ok(form.whole(finished), MediaType.APPLICATION_JSON_TYPE)
                        .build();
        };
    }
}
