package io.frontdesk.kit.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void comeAgain() {
        var rounds = rounds(SHORT, () -> Uni.createFrom().item(false));

        rounds.start();

        await().until(() -> begun.get() > 3);
    }

    @Test
    void comeAgainAfterAFailure() {
        var rounds = rounds(SHORT, () -> {
            throw new IllegalStateException("out of order");
        });

        rounds.start();

        await().until(() -> begun.get() > 3);
    }

    @Test
    void areNeverTwoAtOnce() {
        var first = new CompletableFuture<Boolean>();
        var rounds = rounds(SHORT, () -> Uni.createFrom().completionStage(first));

        rounds.start();

        await().until(() -> begun.get() == 1);
        await().during(SHORT.multipliedBy(20)).until(() -> begun.get() == 1);
        first.complete(false);
        await().until(() -> begun.get() > 1);
    }

    @Test
    void followEachOtherWhileThereIsMore() {
        var rounds = rounds(Duration.ofSeconds(1), () -> Uni.createFrom().item(begun.get() < 1000));

        rounds.start();

        await().until(() -> begun.get() >= 1000);
    }

    @Test
    void endWhenStopped() {
        var running = new CompletableFuture<Boolean>();
        var rounds = rounds(SHORT, () -> Uni.createFrom().completionStage(running));
        rounds.start();
        await().until(() -> begun.get() == 1);

        rounds.stop();
        running.complete(true);

        await().during(SHORT.multipliedBy(20)).until(() -> begun.get() == 1);
        assertThat(begun).hasValue(1);
    }

    private Rounds rounds(Duration pause, Supplier<Uni<Boolean>> round) {
        return new Rounds(vertx, "Test", pause, () -> {
            begun.incrementAndGet();
            return round.get();
        });
    }
}
