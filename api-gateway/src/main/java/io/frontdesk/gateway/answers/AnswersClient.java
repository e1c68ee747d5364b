package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the generation-service, which answers every question as a stream of events. */
@ApplicationScoped
class AnswersClient {
    private static final String EVENT_STREAM = "text/event-stream";

    private final Upstream upstream;
    private final AnswersConfig config;

    AnswersClient(Upstream upstream, AnswersConfig config) {
        this.upstream = upstream;
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
                .accepting(EVENT_STREAM)
                .within(config.firstEvent());
        return upstream.open(UpstreamService.GENERATION, request).chain(this::reply);
    }

    private Uni<Reply> reply(HttpClientResponse response) {
        String contentType = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (response.statusCode() == 200 && contentType != null && contentType.startsWith(EVENT_STREAM)) {
            return Uni.createFrom().item(new Reply.Stream(new AnswerStream(response, config.silence())));
        }
        return upstream.whole(UpstreamService.GENERATION, response).map(Reply.Refusal::new);
    }
}
