package io.frontdesk.bench.load;

import io.frontdesk.bench.environment.Failure;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Drives from one event loop, so that the target keeps as much of the machine as it can get. */
public final class HttpDriver implements Driver {
    /** More than a target lets wait: what it refuses must not queue here. */
    private static final int OPEN_LOOP_CONNECTIONS = 2_048;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Load load;

    /** @param load open or closed loop */
    public HttpDriver(Load load) {
        this.load = load;
    }

    @Override
    public Measurement drive(Target target, Limit limit) {
        int connections = load instanceof Load.ClosedLoop closed ? closed.connections() : OPEN_LOOP_CONNECTIONS;
        var client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(target.base().getHost())
                        .setDefaultPort(target.base().getPort()),
                new PoolOptions().setHttp1MaxSize(connections));
        try {
            var done = new CompletableFuture<Measurement>();
            vertx.runOnContext(start -> new LoadRun(vertx, client, target, limit, done).start(load));
            return done.get(limit.time().toSeconds() + 2L * LoadRun.PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new Failure("the load on %s did not end: %s".formatted(target.name(), failed), failed);
        } finally {
            client.close();
        }
    }

    @Override
    public void close() {
        vertx.close();
    }
}
