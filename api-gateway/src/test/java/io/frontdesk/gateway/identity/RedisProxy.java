package io.frontdesk.gateway.identity;

import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to the real Redis that a test can stall or cut. */
public class RedisProxy implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private final Set<NetSocket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger();
    private volatile Mode mode = Mode.PASSES;

    /** What becomes of a client's bytes. */
    public enum Mode {
        PASSES,
        /** They are taken, and nothing comes back. */
        STALLS,
        /** Connections are closed, those that come as well. */
        DEAD
    }

    public void becomes(Mode next) {
        mode = next;
        held.set(0);
        if (next != Mode.STALLS) {
            // What was stalled is answered by nobody.
            clients.forEach(NetSocket::close);
        }
    }

    /** How often something came while it stalled. */
    int held() {
        return held.get();
    }

    @Override
    public Map<String, String> start() {
        URI redis = URI.create(new RedisResource().start().get("REDIS_URL"));
        var server = vertx.createNetServer().connectHandler(client -> connect(client, redis));
        int port = server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return Map.of(
                "REDIS_STATE_URL",
                "redis://localhost:" + port,
                "frontdesk.admission.state-timeout",
                "75ms",
                "frontdesk.idempotency.state-timeout",
                "75ms");
    }

    private void connect(NetSocket client, URI redis) {
        if (mode == Mode.DEAD) {
            client.close();
            return;
        }
        clients.add(client);
        client.closeHandler(closed -> clients.remove(client));
        client.pause();
        vertx.createNetClient().connect(redis.getPort(), redis.getHost()).onSuccess(server -> {
            server.handler(client::write);
            client.handler(bytes -> {
                if (mode == Mode.STALLS) {
                    held.incrementAndGet();
                } else {
                    server.write(bytes);
                }
            });
            client.closeHandler(closed -> {
                clients.remove(client);
                server.close();
            });
            client.resume();
        });
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RedisProxy.class);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
