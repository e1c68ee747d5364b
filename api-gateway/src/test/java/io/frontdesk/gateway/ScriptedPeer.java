package io.frontdesk.gateway;

import io.frontdesk.testing.Peer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A service behind the gateway whose connections a test holds in its hands: HTTP/2 without TLS, as Quarkus serves it. Two
 * instances run, and a third address leads nowhere.
 */
public class ScriptedPeer implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private volatile Handler<HttpServerRequest> script =
            request -> request.response().setStatusCode(404).end();
    private String service = "";

    /** What it does with requests from now on, on its event loop. */
    public void plays(Handler<HttpServerRequest> script) {
        this.script = script;
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        int first = listen();
        int second = listen();
        String name = service.replace('-', '_').toUpperCase(Locale.ROOT);
        Map<String, String> settings = new HashMap<>();
        settings.put(name + "_INSTANCES", "localhost:1,localhost:%d,localhost:%d".formatted(first, second));
        // Where tests have cut all of them, none is asked twice in a row.
        settings.put("quarkus.stork." + service + ".load-balancer.choice", "least-requests");
        settings.put(name + "_MANAGEMENT", "localhost:" + first);
        settings.put("AUTH_SERVICE_MANAGEMENT", "localhost:1");
        settings.put("RETRIEVAL_SERVICE_MANAGEMENT", "localhost:1");
        settings.put("frontdesk.upstream.timeout", "2s");
        settings.put("frontdesk.streams.keep-awake", "300ms");
        settings.put("frontdesk.streams.client-patience", "2s");
        settings.put("frontdesk.streams.silence", "3s");
        return settings;
    }

    private int listen() {
        var asTheServicesAre = new HttpServerOptions()
                .setHttp2RstFloodMaxRstFramePerWindow(20_000)
                .setHttp2ConnectionWindowSize(16 << 20);
        HttpServer server = vertx.createHttpServer(asTheServicesAre).requestHandler(request -> script.handle(request));
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                this,
                field -> field.getType() == ScriptedPeer.class
                        && field.isAnnotationPresent(Peer.class)
                        && field.getAnnotation(Peer.class).value().equals(service));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
