package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import io.vertx.mutiny.core.parsetools.RecordParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Asks the generation-service, which answers every question as a stream of events. */
@ApplicationScoped
class AnswersClient {
    private static final Logger LOG = Logger.getLogger(AnswersClient.class);
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int LARGEST_FRAME = 1 << 20;

    private final Upstream upstream;
    private final AnswersConfig config;

    AnswersClient(Upstream upstream, AnswersConfig config) {
        this.upstream = upstream;
        this.config = config;
    }

    /** What generation says: a stream, or a refusal before anything was said. */
    sealed interface Reply {
        /** Frames as they are asked for; the last is exactly one terminal event, ours where generation's is missing. */
        record Stream(Multi<AnswerFrame> frames) implements Reply {}

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
            return Uni.createFrom().item(new Reply.Stream(frames(response)));
        }
        return upstream.whole(UpstreamService.GENERATION, response).map(Reply.Refusal::new);
    }

    private Multi<AnswerFrame> frames(HttpClientResponse response) {
        var soFar = new AnswerSoFar();
        var parser = RecordParser.newDelimited("\n\n", response);
        parser.maxRecordSize(LARGEST_FRAME);
        return parser.toMulti()
                .ifNoItem()
                .after(config.silence())
                .fail()
                .map(AnswersClient::frame)
                .select()
                .first(frame -> soFar.isOpen())
                .invoke(soFar::add)
                .onFailure()
                .invoke(e -> LOG.warnf("generation-service broke off its answer: %s", e))
                .onFailure()
                .invoke(() -> response.request().reset())
                .onFailure()
                .recoverWithCompletion()
                .onCompletion()
                .continueWith(() -> soFar.ending().stream().toList())
                .onCancellation()
                .invoke(() -> response.request().reset());
    }

    private static AnswerFrame frame(Buffer bytes) {
        return new AnswerFrame(bytes.toString(StandardCharsets.UTF_8));
    }
}
