package io.frontdesk.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many who call at once, over few connections. */
public final class Crowd implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2ClearTextUpgrade(false)
            .setHttp2MaxPoolSize(CONNECTIONS));
    private final Queue<HttpClientResponse> answers = new ConcurrentLinkedQueue<>();

    /** Calls, and waits for nothing. */
    public void get(URI uri, String apiKey) {
        client.request(HttpMethod.GET, uri.getPort(), uri.getHost(), uri.getPath())
                .map(request -> request.putHeader("X-Api-Key", apiKey))
                .compose(HttpClientRequest::send)
                .onSuccess(answers::add);
    }

    /** Sends JSON, and waits for nothing. */
    public void post(URI uri, String apiKey, Map<String, Object> body) {
        client.request(HttpMethod.POST, uri.getPort(), uri.getHost(), uri.getPath())
                .map(request -> request.putHeader("X-Api-Key", apiKey).putHeader("Content-Type", "application/json"))
                .compose(request -> request.send(new JsonObject(body).toBuffer()))
                .onSuccess(answers::add);
    }

    /** Those that have come so far. */
    public Queue<HttpClientResponse> answers() {
        return answers;
    }

    /** Its own clock and loops, for services that take their time. */
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }
}
