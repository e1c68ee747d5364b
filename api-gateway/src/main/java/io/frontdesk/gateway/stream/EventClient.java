package io.frontdesk.gateway.stream;

import io.frontdesk.contracts.Headers;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import io.vertx.mutiny.core.parsetools.RecordParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Asks services behind that answer with a stream of events. */
@ApplicationScoped
public class EventClient {
    private static final Logger LOG = Logger.getLogger(EventClient.class);
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int LARGEST_FRAME = 1 << 20;

    private final Upstream upstream;
    private final StreamConfig config;

    EventClient(Upstream upstream, StreamConfig config) {
        this.upstream = upstream;
        this.config = config;
    }

    /** What a service says. */
    public sealed interface Reply {
        /**
         * Events, to be consumed once, as they are asked for. Fails where the service breaks off or is silent for too long;
         * the service is told where they are not wanted any more.
         *
         * @param answer which they tell, where the service says so in its head
         */
        record Stream(Optional<UUID> answer, Multi<EventFrame> frames) implements Reply {}

        /** Something else, such as a refusal, before any event. */
        record Whole(UpstreamReply reply) implements Reply {}
    }

    public Uni<Reply> open(UpstreamService service, UpstreamRequest request) {
        return upstream.open(service, request.accepting(EVENT_STREAM)).chain(response -> reply(service, response));
    }

    /** The response to a client that follows events, and can come back for those after the last that it has seen. */
    public Uni<Response> follow(UpstreamService service, UpstreamRequest request) {
        return open(service, request).map(reply -> switch (reply) {
            case Reply.Stream stream -> EventStreamWriter.respond(new EventStream(stream.frames(), true));
            case Reply.Whole(UpstreamReply whole) -> RelayMapper.relay(whole);
        });
    }

    private Uni<Reply> reply(UpstreamService service, HttpClientResponse response) {
        String contentType = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (response.statusCode() == 200 && contentType != null && contentType.startsWith(EVENT_STREAM)) {
            Optional<UUID> answer =
                    Optional.ofNullable(response.getHeader(Headers.ANSWER)).map(UUID::fromString);
            return Uni.createFrom().item(new Reply.Stream(answer, frames(service, response)));
        }
        return upstream.whole(service, response).map(Reply.Whole::new);
    }

    /** Reads a paused response. */
    private Multi<EventFrame> frames(UpstreamService service, HttpClientResponse response) {
        var parser = RecordParser.newDelimited("\n\n", response);
        parser.maxRecordSize(LARGEST_FRAME);
        return parser.toMulti()
                .ifNoItem()
                .after(config.silence())
                .fail()
                .map(EventClient::frame)
                .onFailure()
                .invoke(e -> LOG.warnf("%s broke off its events: %s", service.serviceName(), e))
                .onFailure()
                .invoke(() -> response.request().reset())
                .onCancellation()
                .invoke(() -> response.request().reset());
    }

    private static EventFrame frame(Buffer bytes) {
        return new EventFrame(bytes.toString(StandardCharsets.UTF_8));
    }
}
