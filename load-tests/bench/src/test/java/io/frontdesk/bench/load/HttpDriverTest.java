package io.frontdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDriverTest {
    private static final Limit TWO_SECONDS = Limit.of(Duration.ofSeconds(2));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void measuresTheTimeOfReplies() {
        var target =
                target(request -> vertx.setTimer(50, due -> request.response().end("ok")));

        var measured = drive(new Load.ClosedLoop(4), target, new Limit(Duration.ofSeconds(30), 40));

        assertThat(measured.replies()).isEqualTo(40);
        assertThat(measured.errors()).isZero();
        assertThat(measured.p50Millis()).isBetween(49.0, 150.0);
        assertThat(measured.rate()).isBetween(10.0, 81.0);
    }

    @Test
    void measuresTheTimeUntilTheFirstWordOfAStream() {
        var target = target(request -> {
            request.response().setChunked(true).write("wait. ");
            vertx.setTimer(20, due -> request.response().write("said "));
            vertx.setTimer(120, due -> request.response().end("said"));
        });
        var streamed = new Target("local", target.base(), target.requests(), body -> body.endsWith("said"))
                .beginningWith("said");

        var measured = drive(new Load.ClosedLoop(1), streamed, new Limit(Duration.ofSeconds(30), 10));

        assertThat(measured.firstWord().p50Millis()).isBetween(19.0, measured.p50Millis() - 20);
        assertThat(drive(new Load.ClosedLoop(1), target, new Limit(Duration.ofSeconds(30), 1))
                        .firstWord())
                .isEqualTo(Percentiles.NONE);
    }

    @Test
    void keepsNoMoreRequestsInFlightThanConnections() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var target = target(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            vertx.setTimer(5, due -> {
                now.decrementAndGet();
                request.response().end("ok");
            });
        });

        drive(new Load.ClosedLoop(3), target, new Limit(Duration.ofSeconds(30), 60));

        assertThat(most).hasValue(3);
    }

    @Test
    void endsAtItsTime() {
        long start = System.nanoTime();
        var measured = drive(
                new Load.ClosedLoop(1),
                target(request -> request.response().end("ok")),
                Limit.of(Duration.ofMillis(300)));

        assertThat(measured.replies()).isPositive();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void asksAtItsRateInAnOpenLoop() {
        var measured = drive(
                new Load.OpenLoop(50), target(request -> request.response().end("ok")), TWO_SECONDS);

        assertThat(measured.replies()).isEqualTo(100);
    }

    @Test
    void countsTheWaitOfRequestsThatAStalledTargetHeldUp() {
        var asked = new AtomicInteger();
        Consumer<HttpServerRequest> stallsOnce = request -> {
            if (asked.incrementAndGet() == 100) {
                block(Duration.ofMillis(500));
            }
            request.response().end("ok");
        };

        var open = drive(new Load.OpenLoop(200), target(stallsOnce), TWO_SECONDS);
        asked.set(0);
        var closed = drive(new Load.ClosedLoop(1), target(stallsOnce), new Limit(Duration.ofSeconds(30), 400));

        assertThat(open.replies()).isEqualTo(400);
        assertThat(open.p95Millis()).isGreaterThan(300);
        assertThat(closed.p95Millis()).isLessThan(100);
    }

    @Test
    void countsWrongRepliesAsErrors() {
        var count = new AtomicInteger();
        var target = target(request -> {
            switch (count.incrementAndGet() % 4) {
                case 0 -> request.response().setStatusCode(500).end("ok");
                case 1 -> request.response().end("something else");
                case 2 -> request.connection().close();
                default -> request.response().end("ok");
            }
        });

        var measured = drive(new Load.ClosedLoop(1), target, new Limit(Duration.ofSeconds(30), 40));

        assertThat(measured.replies()).isEqualTo(10);
        assertThat(measured.errors()).isEqualTo(30);
        assertThat(measured.firstError()).contains("something else");
    }

    @Test
    void tellsRefusalsFromWhatIsWrong() {
        var count = new AtomicInteger();
        var target = target(request -> {
            switch (count.incrementAndGet() % 4) {
                case 0 -> request.response().setStatusCode(500).end("ok");
                case 1 -> request.response().setStatusCode(503).end("busy");
                case 2 ->
                    request.response()
                            .setStatusCode(503)
                            .putHeader("Retry-After", "1")
                            .end("busy");
                default -> request.response().end("ok");
            }
        });

        var measured = drive(new Load.ClosedLoop(1), target, new Limit(Duration.ofSeconds(30), 40));

        assertThat(measured.errors()).isEqualTo(30);
        assertThat(measured.refusals().count()).isEqualTo(20);
        assertThat(measured.refusals().withoutRetryAfter()).isEqualTo(10);
        assertThat(measured.refusals().times().p50Millis()).isPositive();
    }

    @Test
    void reportsATargetThatIsNotThere() {
        var server = listen(request -> {});
        var target = target(server.actualPort());
        join(server);

        var measured = drive(new Load.ClosedLoop(1), target, new Limit(Duration.ofSeconds(30), 3));

        assertThat(measured.replies()).isZero();
        assertThat(measured.errors()).isEqualTo(3);
        assertThat(measured.firstError()).contains("refused");
    }

    @Test
    void sendsTheBodyAndTheHeaders() {
        var target = target(request -> request.body().onSuccess(body -> request.response()
                .end(request.method() + " " + request.path() + " " + request.getHeader("x-tested") + " " + body)));
        var asking = new Target(
                "posting",
                target.base(),
                () -> Request.postJson("/echo", Map.of("x-tested", "yes"), "{}"),
                "POST /echo yes {}"::equals);

        assertThat(drive(new Load.ClosedLoop(1), asking, new Limit(Duration.ofSeconds(30), 5))
                        .replies())
                .isEqualTo(5);
    }

    private static Measurement drive(Load load, Target target, Limit limit) {
        try (var driver = new HttpDriver(load)) {
            return driver.drive(target, limit);
        }
    }

    private Target target(Consumer<HttpServerRequest> handler) {
        return target(listen(handler).actualPort());
    }

    private static Target target(int port) {
        return new Target(
                "local", URI.create("http://127.0.0.1:" + port), () -> Request.get("/"), body -> body.equals("ok"));
    }

    private HttpServer listen(Consumer<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void join(HttpServer server) {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The stall that is measured: nothing else on this event loop goes on meanwhile. */
    private static void block(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
