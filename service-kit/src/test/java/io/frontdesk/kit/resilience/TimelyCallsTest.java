package io.frontdesk.kit.resilience;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls over a connection, made on the loop that reads the replies. */
@QuarkusTest
class TimelyCallsTest {
    private static final TypeLiteral<Uni<String>> TEXT = new TypeLiteral<>() {};
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final Duration PAUSE = TIMEOUT.multipliedBy(6);

    private final Vertx peer = Vertx.vertx();
    private final Vertx vertx = Vertx.vertx();
    private final TimelyCalls calls = new TimelyCalls("test", TIMEOUT);
    private int port;

    @BeforeEach
    void somebodyEchoes() throws Exception {
        port = peer.createNetServer()
                .connectHandler(client -> client.handler(bytes -> {
                    if (!bytes.toString().equals("silence")) {
                        client.write(bytes);
                    }
                }))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
        peer.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    @Test
    void aPauseOfThisProcessIsNotHeldAgainstWhoeverAnswered() throws Exception {
        assertThat(asks("answer", PAUSE).get(30, SECONDS)).isEqualTo("answer");
    }

    @Test
    void whatDoesNotComeInTimeIsGivenUp() {
        Throwable failure = catchThrowable(() -> asks("silence", Duration.ZERO).get(30, SECONDS));

        assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
    }

    /** @param pause of the loop, after the call has been sent and before anything that comes is read */
    private CompletableFuture<String> asks(String text, Duration pause) {
        var replied = new CompletableFuture<String>();
        vertx.runOnContext(
                start -> vertx.createNetClient().connect(port, "localhost").onSuccess(socket -> {
                    calls.call(TEXT, () -> sent(socket, text))
                            .subscribe()
                            .with(replied::complete, replied::completeExceptionally);
                    sleep(pause);
                }));
        return replied;
    }

    private static Uni<String> sent(NetSocket socket, String text) {
        return Uni.createFrom().emitter(reply -> {
            socket.handler((Buffer bytes) -> reply.complete(bytes.toString()));
            socket.write(text);
        });
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
