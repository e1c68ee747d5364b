package io.frontdesk.gateway.idempotency;

import io.frontdesk.contracts.Headers;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.stream.EventStream;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Responses as they are kept, and back. A stream is not kept, but the id of its answer: whoever repeats the request is told its events
 * from their log.
 */
@ApplicationScoped
class KeptResponseMapper {
    /** What such a response says is not about the request: the same may go well the next time. */
    private static final List<Integer> PASSING = List.of(401, 408, 429);

    private static final String FAILED = "answer.failed";

    private final AnswerEventsClient answers;
    private final IdempotencyConfig config;

    KeptResponseMapper(AnswerEventsClient answers, IdempotencyConfig config) {
        this.answers = answers;
        this.config = config;
    }

    /** The response with its body as it is kept, so that all who ask are told the same bytes. */
    static Response written(Response response) {
        return switch (response.getEntity()) {
            case null -> response;
            case byte[] written -> response;
            case EventStream stream -> response;
            case Object body ->
                Response.fromResponse(response)
                        .entity(UpstreamJson.write(body).getBytes())
                        .build();
        };
    }

    /** Empty where the request is to be worked on anew when it comes again. */
    Optional<KeptResponse> kept(Response response) {
        if (isPassing(response)) {
            return Optional.empty();
        }
        if (response.getEntity() instanceof EventStream) {
            return Optional.ofNullable(response.getHeaderString(Headers.ANSWER))
                    .map(answer -> new KeptResponse(response.getStatus(), Map.of(), null, UUID.fromString(answer)));
        }
        byte[] body = response.getEntity() instanceof byte[] written ? written : new byte[0];
        String kept = body.length > config.maxResponseBytes()
                ? null
                : Base64.getEncoder().encodeToString(body);
        return Optional.of(new KeptResponse(response.getStatus(), headers(response), kept, null));
    }

    private static boolean isPassing(Response response) {
        return response.getStatus() >= 500
                || PASSING.contains(response.getStatus())
                || response.getHeaderString(HttpHeaders.RETRY_AFTER) != null;
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new HashMap<>();
        response.getHeaders().keySet().forEach(name -> headers.put(name, response.getHeaderString(name)));
        return headers;
    }

    Uni<Response> response(Caller caller, KeptResponse kept) {
        UUID answer = kept.answer();
        if (answer != null) {
            return answers.events(caller, answer, null).map(events -> Response.fromResponse(events)
                    .header(Headers.ANSWER, answer)
                    .build());
        }
        String body = kept.body();
        if (body == null) {
            return Uni.createFrom().failure(new GatewayError.ResponseNotKept());
        }
        var response = Response.status(kept.status());
        kept.headers().forEach(response::header);
        if (!body.isEmpty()) {
            response.entity(Base64.getDecoder().decode(body));
        }
        return Uni.createFrom().item(response.build());
    }

    /** A stream that calls back where its answer fails. */
    static Response watched(Response response, Runnable failed) {
        if (!(response.getEntity() instanceof EventStream stream)) {
            return response;
        }
        var frames = stream.frames().invoke(frame -> {
            if (isFailure(frame)) {
                failed.run();
            }
        });
        return Response.fromResponse(response)
                .entity(new EventStream(frames, stream.resumable()))
                .build();
    }

    private static boolean isFailure(EventFrame frame) {
        return frame.field("event").filter(FAILED::equals).isPresent();
    }

    /** The service behind is told that nobody follows the stream. */
    static void discard(Response response) {
        if (response.getEntity() instanceof EventStream stream) {
            stream.frames().subscribe().with(frame -> {}).cancel();
        }
    }
}
