package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A running simulator. What its models do: {@link Behaviour}. */
public final class LlmSimulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Journal journal;
    private final AtomicReference<String> part;
    private final URI baseUrl;

    private LlmSimulator(Vertx vertx, Journal journal, AtomicReference<String> part, URI baseUrl) {
        this.vertx = vertx;
        this.journal = journal;
        this.part = part;
        this.baseUrl = baseUrl;
    }

    /**
     * Listens on loopback with one event loop.
     *
     * @param port 0 for a free one
     */
    public static LlmSimulator start(int port) {
        return start(LOOPBACK, port, 1);
    }

    /**
     * Listens on an address of this machine.
     *
     * @param eventLoops threads that serve; more than the machine has cores make it slower
     */
    public static LlmSimulator start(String host, int port, int eventLoops) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops));
        try {
            var journal = new Journal();
            var part = new AtomicReference<>("");
            // Servers of one vertx share a port, unless it is 0; any negative one is a free port that is shared.
            int shared = port == 0 ? -1 : port;
            var first = listen(vertx, journal, part, host, shared);
            for (int i = 1; i < eventLoops; i++) {
                listen(vertx, journal, part, host, shared);
            }
            return new LlmSimulator(
                    vertx, journal, part, URI.create("http://%s:%d/v1".formatted(host, first.actualPort())));
        } catch (RuntimeException failed) {
            vertx.close();
            throw failed;
        }
    }

    /** What an OpenAI client takes as its base URL: {@code http://127.0.0.1:<port>/v1}. */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Every model behaves as this one from now on, whatever its name.
     *
     * @param model a name as of {@link Behaviour}; empty for as each name says
     */
    public void plays(String model) {
        part.set(model);
    }

    /** The last 1,000 requests, oldest first, as they stand now. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** What {@code GET /stats} shows: {@code {"keys": {"<key>": {"requests", "completed", …}}}}. */
    public JsonNode stats() {
        return journal.stats();
    }

    /** Stops serving; answers under way are cut. */
    @Override
    public void close() {
        join(vertx.close());
    }

    private static HttpServer listen(
            Vertx vertx, Journal journal, AtomicReference<String> part, String host, int port) {
        var options = new HttpServerOptions().setHost(host).setPort(port).setHttp2ClearTextEnabled(false);
        return join(vertx.createHttpServer(options)
                .requestHandler(new Routes(vertx, journal, part::get)::handle)
                .listen());
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new IllegalStateException("not done in %d s".formatted(PATIENCE_SECONDS), slow);
        }
    }
}
