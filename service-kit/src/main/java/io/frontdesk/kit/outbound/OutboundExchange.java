package io.frontdesk.kit.outbound;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.Map;

/** One request and its answer, on a connection of its own. */
final class OutboundExchange {
    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_LINE_BYTES = 4 * 1024;

    private final HttpClient http;

    OutboundExchange(Vertx vertx, HttpClientOptions options) {
        // Strangers get no trace ids, and no connection is kept for a host that may have another address next time.
        options.setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setTracingPolicy(TracingPolicy.IGNORE);
        // What breaks a connection fails its request, and is not logged besides.
        this.http = vertx.httpClientBuilder()
                .with(options)
                .withConnectHandler(connection -> connection.exceptionHandler(e -> {}))
                .build();
    }

    /** The answer, with a body of at most so many bytes; who no longer waits for it ends the connection. */
    Uni<OutboundResponse> send(
            Destination destination, HttpMethod method, Map<String, String> headers, Buffer body, int maxBytes) {
        OutboundUrl url = destination.url();
        var options = new RequestOptions()
                .setMethod(method)
                .setServer(destination.server())
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.https())
                .setURI(url.target())
                .setFollowRedirects(false);
        headers.forEach(options::addHeader);
        return Uni.createFrom()
                .<OutboundResponse>emitter(emitter -> http.request(options)
                        .onSuccess(request -> send(request, url, body, maxBytes, emitter))
                        .onFailure(emitter::fail))
                .onFailure(failure -> !(failure instanceof OutboundError))
                .transform(failure -> new OutboundError.Failed("The URL's host does not answer", failure));
    }

    private static void send(
            HttpClientRequest request,
            OutboundUrl url,
            Buffer body,
            int maxBytes,
            UniEmitter<? super OutboundResponse> emitter) {
        // After the whole answer there is nothing left to reset, and this does nothing.
        emitter.onTermination(request::reset);
        request.send(body)
                .onSuccess(response -> collect(response, url, maxBytes, emitter))
                .onFailure(emitter::fail);
    }

    private static void collect(
            HttpClientResponse response, OutboundUrl url, int maxBytes, UniEmitter<? super OutboundResponse> emitter) {
        var body = Buffer.buffer();
        response.exceptionHandler(emitter::fail);
        response.endHandler(
                end -> emitter.complete(new OutboundResponse(url, response.statusCode(), response.headers(), body)));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBytes) {
                emitter.fail(new OutboundError.TooLarge(maxBytes));
            } else {
                body.appendBuffer(chunk);
            }
        });
    }
}
