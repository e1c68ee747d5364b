package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.stream.EventClient;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the generation-service, which answers every question as a stream of events. */
@ApplicationScoped
class AnswersClient {
    private final EventClient events;
    private final AnswersConfig config;

    AnswersClient(EventClient events, AnswersConfig config) {
        this.events = events;
        this.config = config;
    }

    /** What generation says: a stream, or a refusal before anything was said. */
    sealed interface Reply {
        record Stream(AnswerStream answer) implements Reply {}

        record Refusal(UpstreamReply reply) implements Reply {}
    }

    Uni<Reply> ask(Caller caller, AnswerRequest question) {
        var request = UpstreamRequest.post("/internal/v1/answers", question)
                .as(caller)
                .within(config.firstEvent());
        return events.open(UpstreamService.GENERATION, request).map(AnswersClient::reply);
    }

    private static Reply reply(EventClient.Reply reply) {
        return switch (reply) {
            case EventClient.Reply.Stream stream -> new Reply.Stream(new AnswerStream(stream.frames()));
            case EventClient.Reply.Whole whole -> new Reply.Refusal(whole.reply());
        };
    }
}
