package io.frontdesk.gateway.documents;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.OpenRequests;
import io.frontdesk.gateway.stream.EventStreamWriter;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentEventsTest extends GatewayTest {
    private static final String PARSING = "event: document.parsing\nid: 2\ndata: {\"state\": \"parsing\"}\n\n";
    private static final String INDEXED = "event: document.indexed\nid: 5\ndata: {\"state\": \"indexed\"}\n\n";

    private final UUID document = Ids.next();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<HttpServerResponse> telling = new CompletableFuture<>();
    private final CompletableFuture<Throwable> stopped = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Buffer received = Buffer.buffer();
    private TestCaller caller = new TestCaller(document, "", "");

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    URI gateway;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    OpenRequests open;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    EventStreamWriter streams;

    @BeforeEach
    void someoneFollowsADocument() {
        caller = caller(Scope.DOCUMENTS_READ);
        ingestion.plays(request -> {
            request.response().exceptionHandler(stopped::complete);
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                    .write(PARSING);
            asked.complete(request);
            telling.complete(request.response());
        });
    }

    @AfterEach
    void hangUpAndLeaveNothingOpen() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
        await().until(() -> open.count() == 0);
    }

    @Test
    void forwardsEventsAsTheyComeUntilTheServiceEndsThem() throws Exception {
        var response = follow();
        await().until(() -> received.toString().contains(PARSING));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.getHeader("Content-Type")).startsWith("text/event-stream");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("X-Accel-Buffering")).isEqualTo("no");

        telling.get(5, SECONDS).end(INDEXED);

        ended.get(10, SECONDS);
        assertThat(received.toString()).startsWith(PARSING).endsWith(INDEXED);
    }

    @Test
    void asksInTheCallersNameForWhatComesAfterTheLastEvent() throws Exception {
        follow();

        HttpServerRequest sent = asked.get(5, SECONDS);
        assertThat(sent.path()).isEqualTo("/internal/v1/documents/" + document + "/events");
        assertThat(sent.getHeader("Authorization")).isEqualTo(caller.bearer());
        assertThat(sent.getHeader("Accept")).isEqualTo("text/event-stream");
        assertThat(sent.getHeader("Last-Event-ID")).isEqualTo("1");
    }

    @Test
    void keepsAClientAwakeWhileNothingHappens() throws Exception {
        follow();

        await().until(() -> received.toString().contains("\n\n: "));
    }

    @Test
    void stopsListeningWhenTheClientGoesAway() throws Exception {
        var response = follow();
        await().until(() -> received.toString().contains(PARSING));

        response.request().connection().close();

        assertThat(stopped.get(10, SECONDS)).hasMessageContaining("reset");
    }

    @Test
    void doesNotLetAStreamLookWholeThatBreaksOff() throws Exception {
        follow();
        await().until(() -> received.toString().contains(PARSING));

        telling.get(5, SECONDS).reset();

        assertThatThrownBy(() -> ended.get(10, SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void endsStreamsThatGoOnElsewhereWhenThisReplicaStops() throws Exception {
        follow();
        await().until(() -> received.toString().contains(PARSING));

        streams.endWhatGoesOnElsewhere(new ShutdownDelayInitiatedEvent());

        ended.get(10, SECONDS);
        assertThat(stopped.get(10, SECONDS)).hasMessageContaining("reset");
    }

    @Test
    void relaysWhatIsNoStream() {
        ingestion.plays(request -> request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end("{\"type\": \"/problems/not-found\", \"status\": 404}"));
        caller.calls()
                .accept("text/event-stream")
                .get("/v1/documents/" + document + "/events")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/not-found"));

        ingestion.plays(request -> request.response().setStatusCode(204).end());
        caller.calls()
                .get("/v1/documents/" + document + "/events")
                .then()
                .statusCode(204)
                .body(emptyString());
    }

    @Test
    void isNotForThoseWhoMayNotReadDocuments() {
        caller(Scope.DOCUMENTS_WRITE)
                .calls()
                .get("/v1/documents/" + document + "/events")
                .then()
                .statusCode(403);

        assertThat(asked).isNotDone();
    }

    private HttpClientResponse follow() throws Exception {
        return client.request(
                        HttpMethod.GET, gateway.getPort(), gateway.getHost(), "/v1/documents/" + document + "/events")
                .compose(this::send)
                .onSuccess(this::receive)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    private void receive(HttpClientResponse response) {
        response.handler(received::appendBuffer)
                .end()
                .onSuccess(ended::complete)
                .onFailure(ended::completeExceptionally);
    }

    private Future<HttpClientResponse> send(HttpClientRequest request) {
        return request.putHeader("Authorization", "Bearer " + caller.key())
                .putHeader("Accept", "text/event-stream")
                .putHeader("Last-Event-ID", "1")
                .send();
    }
}
