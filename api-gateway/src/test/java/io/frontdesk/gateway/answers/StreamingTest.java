package io.frontdesk.gateway.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With connections held in the test's hands on both sides of the gateway. */
@QuarkusTest
class StreamingTest extends GatewayTest {
    private static final String STREAMED = "{\"question\": \"How long?\", \"stream\": true}";
    private static final String AS_JSON = "{\"question\": \"How long?\"}";
    private static final String CHAT =
            "{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"How long?\"}]}";
    private static final String CHAT_STREAMED =
            "{\"model\": \"m\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"How long?\"}]}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(300));
    private TestCaller caller = new TestCaller(Told.ID, "", "");

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/answers")
    URI answers;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    OpenRequests open;

    @BeforeEach
    void someoneMayAsk() {
        caller = caller(Scope.CHAT);
    }

    @AfterEach
    void hangUpAndLeaveNothingOpen() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
        await().until(() -> open.count() == 0);
    }

    @Test
    void forwardsEventsAsTheyCome() throws Exception {
        var generating = new CompletableFuture<HttpServerResponse>();
        generation.plays(request -> {
            var response = Told.begin(request);
            Told.tell(response, 1, Told.STARTED);
            generating.complete(response);
        });
        var received = Buffer.buffer();

        ask(STREAMED).get(5, SECONDS).handler(received::appendBuffer).resume();

        await().until(() -> received.toString().contains("answer.started"));
        assertThat(received.toString()).doesNotContain("answer.delta");
        Told.tell(generating.get(5, SECONDS), 2, Told.delta("You have "));
        await().until(() -> received.toString().contains("You have "));
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMED, AS_JSON, CHAT, CHAT_STREAMED})
    void stopsGenerationWhenTheClientGoesAwayInTheMiddle(String question) throws Exception {
        var stopped = new CompletableFuture<Throwable>();
        var begun = new CompletableFuture<Void>();
        generation.plays(request -> {
            request.response().exceptionHandler(stopped::complete);
            Told.tell(Told.begin(request), 1, Told.STARTED, Told.delta("You have "));
            begun.complete(null);
        });

        var asked = request(question).get(5, SECONDS);
        begun.get(5, SECONDS);
        asked.connection().close();

        assertThat(stopped.get(2, SECONDS)).hasMessageContaining("reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAMED, AS_JSON, CHAT, CHAT_STREAMED})
    void stopsGenerationWhenTheClientGoesAwayBeforeTheFirstEvent(String question) throws Exception {
        var stopped = new CompletableFuture<Throwable>();
        var begun = new CompletableFuture<Void>();
        generation.plays(request -> {
            request.response().exceptionHandler(stopped::complete);
            begun.complete(null);
        });

        var asked = request(question).get(5, SECONDS);
        begun.get(5, SECONDS);
        asked.connection().close();

        assertThat(stopped.get(2, SECONDS)).hasMessageContaining("reset");
    }

    @Test
    void thinksNoWorseOfGenerationWhenClientsGoAway() throws Exception {
        for (int gone = 0; gone < 25; gone++) {
            stopsGenerationWhenTheClientGoesAwayBeforeTheFirstEvent(AS_JSON);
        }
        generation.plays(request -> Told.all(request, new AnswerEvent.Completed(Told.answer("Yes."))));

        assertThat(ask(AS_JSON).get(5, SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void pausesGenerationForAClientThatTakesNothingAndThenGivesItUp() throws Exception {
        var written = new AtomicLong();
        var stopped = new CompletableFuture<Throwable>();
        generation.plays(request -> {
            var response = Told.begin(request);
            response.exceptionHandler(stopped::complete);
            Told.tell(response, 1, Told.STARTED);
            response.drainHandler(drained -> fill(response, written));
            fill(response, written);
        });

        ask(STREAMED).get(5, SECONDS);

        assertThat(stopped.get(20, SECONDS)).hasMessageContaining("reset");
        assertThat(written.get()).isBetween(1L << 16, 32L << 20);
    }

    @Test
    void letsNoClientHoldUpOthersThatShareItsConnection() throws Exception {
        var written = new AtomicLong();
        var stopped = new AtomicLong();
        generation.plays(request -> {
            var response = Told.begin(request);
            response.exceptionHandler(e -> stopped.incrementAndGet());
            response.drainHandler(drained -> fill(response, written));
            fill(response, written);
        });
        for (int stalled = 0; stalled < 6; stalled++) {
            ask(STREAMED).get(5, SECONDS);
        }
        var before = new AtomicLong(-1);
        await().pollInterval(100, MILLISECONDS).until(() -> before.getAndSet(written.get()) == written.get());
        generation.plays(request -> Told.all(request, new AnswerEvent.Completed(Told.answer("Yes."))));

        var other = ask(AS_JSON).get(1, SECONDS);

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(stopped).hasValue(0);
    }

    @Test
    void asksABusyInstanceLess() throws Exception {
        var busy = new AtomicInteger();
        var atTheBusyOne = new AtomicInteger();
        generation.plays(request -> {
            busy.compareAndSet(0, request.localAddress().port());
            if (request.localAddress().port() == busy.get()) {
                atTheBusyOne.incrementAndGet();
                Told.tell(Told.begin(request), 1, Told.STARTED);
            } else {
                Told.all(request, new AnswerEvent.Completed(Told.answer("Yes.")));
            }
        });

        for (int asked = 0; asked < 200; asked++) {
            ask(STREAMED).get(5, SECONDS);
        }

        // Without regard to load half.
        assertThat(atTheBusyOne.get()).isBetween(1, 75);
    }

    /** Events of 1 KB for as long as they are taken. */
    private static void fill(HttpServerResponse response, AtomicLong written) {
        while (!response.writeQueueFull() && !response.ended() && !response.closed()) {
            var frame = AnswerFrame.of(Told.delta("x".repeat(1_000))).bytes();
            response.write(frame);
            written.addAndGet(frame.length());
        }
    }

    /** The head of the reply; its body is paused. */
    private CompletableFuture<HttpClientResponse> ask(String question) throws Exception {
        var paused = request(question).get(5, SECONDS).response().map(HttpClientResponse::pause);
        return paused.toCompletionStage().toCompletableFuture();
    }

    /** A question that has been sent. */
    private CompletableFuture<HttpClientRequest> request(String question) {
        String path = question.contains("messages") ? "/v1/chat/completions" : answers.getPath();
        Future<HttpClientRequest> sent = client.request(HttpMethod.POST, answers.getPort(), answers.getHost(), path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + caller.key())
                        .putHeader("Content-Type", "application/json")
                        .end(question)
                        .map(request));
        return sent.toCompletionStage().toCompletableFuture();
    }
}
