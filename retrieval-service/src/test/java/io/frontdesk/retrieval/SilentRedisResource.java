package io.frontdesk.retrieval;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Map;

/** Takes connections and what comes over them, and never says a word. */
public class SilentRedisResource implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        int port = vertx.createNetServer()
                .connectHandler(client -> client.handler(unheard -> {}))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        String silent = "redis://localhost:" + port;
        return Map.of(
                "quarkus.redis.hosts",
                silent,
                "quarkus.redis.state.hosts",
                silent,
                "frontdesk.knowledge.state-timeout",
                "50ms",
                "frontdesk.cache.timeout",
                "50ms");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
