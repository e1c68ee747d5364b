package io.frontdesk.gateway.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UploadTest extends GatewayTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int PIECE = MEGABYTE / 64;
    private static final int LIMIT = 25 * MEGABYTE;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong arrived = new AtomicLong();
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();
    private TestCaller caller = new TestCaller(new UUID(0, 0), "", "");

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/documents")
    URI documents;

    @BeforeEach
    void someoneMayWrite() {
        caller = caller(Scope.DOCUMENTS_WRITE);
        ingestion.plays(this::takeIn);
    }

    private void takeIn(HttpServerRequest request) {
        request.exceptionHandler(broken::complete)
                .handler(part -> arrived.addAndGet(part.length()))
                .endHandler(end -> request.response()
                        .setStatusCode(202)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"type\": \"%s\"}".formatted(request.getHeader("Content-Type"))));
    }

    @AfterEach
    void hangUp() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    @Test
    void passesTheBodyOnAsItIs() {
        caller.calls()
                .multiPart("file", "returns.txt", "x".repeat(20 * MEGABYTE).getBytes(UTF_8))
                .multiPart("title", "Returns")
                .post("/v1/documents")
                .then()
                .statusCode(202);
        assertThat(arrived.get()).isBetween(20L * MEGABYTE, 20L * MEGABYTE + 2_000);
    }

    @Test
    void passesTheBodyOnAsItComes() throws Exception {
        var upload = begin();

        upload.write(Buffer.buffer("--b\r\n"));
        await().until(() -> arrived.get() == 5);
        var answer = upload.response().compose(HttpClientResponse::body);
        upload.end("--b--\r\n");

        assertThat(answer.toCompletionStage()
                        .toCompletableFuture()
                        .get(30, SECONDS)
                        .toString())
                .contains("boundary=b");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        var upload = begin().putHeader("Content-Length", String.valueOf(LIMIT + 1));

        upload.write(Buffer.buffer("--b\r\n"));

        refused(response(upload));
        assertThat(arrived.get()).isZero();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        var upload = begin();
        var answered = upload.response().map(HttpClientResponse::pause);

        for (int sent = 0; sent < 26; sent++) {
            upload.write(Buffer.buffer(new byte[MEGABYTE]));
        }

        refused(answered.toCompletionStage().toCompletableFuture().get(30, SECONDS));
        assertThat(broken.get(30, SECONDS)).hasMessageContaining("reset");
        assertThat(arrived.get()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void neverEndsAnUploadThatTheClientBrokeOff() throws Exception {
        var upload = begin();
        upload.write(Buffer.buffer(new byte[MEGABYTE]));
        await().until(() -> arrived.get() > 0);

        upload.connection().close();

        assertThat(broken.get(30, SECONDS)).hasMessageContaining("reset");
    }

    /** The kernel may take megabytes for an HTTP/1.1 connection; the windows of HTTP/2 say what has been taken. */
    @Test
    void slowsTheClientDownWhereIngestionIsSlow() throws Exception {
        var slow = new CompletableFuture<HttpServerRequest>();
        ingestion.plays(request -> {
            takeIn(request);
            slow.complete(request.pause());
        });
        var upload = begin();
        var taken = new AtomicLong();

        for (int sent = 0; sent < 20 * MEGABYTE; sent += PIECE) {
            upload.write(Buffer.buffer(new byte[PIECE])).onSuccess(written -> taken.addAndGet(PIECE));
        }
        var answer = upload.response().map(HttpClientResponse::statusCode);
        upload.end();

        var paused = slow.get(30, SECONDS);
        await().until(() -> taken.get() > 0);
        await().during(1, SECONDS).until(() -> taken.get() < MEGABYTE);
        paused.resume();
        assertThat(answer.toCompletionStage().toCompletableFuture().get(30, SECONDS))
                .isEqualTo(202);
        assertThat(arrived.get()).isEqualTo(20 * MEGABYTE);
    }

    /** Over HTTP/2, where the answer to a body that is refused half-way is not lost with the connection. */
    private HttpClientRequest begin() throws Exception {
        var options =
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false);
        return vertx.createHttpClient(options)
                .request(HttpMethod.POST, documents.getPort(), documents.getHost(), documents.getPath())
                .map(request -> request.setChunked(true)
                        .putHeader("Authorization", "Bearer " + caller.key())
                        .putHeader("Content-Type", "multipart/form-data; boundary=b"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, SECONDS);
    }

    private static void refused(HttpClientResponse response) {
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.getHeader("Content-Type")).startsWith(Problem.MEDIA_TYPE);
    }

    private static HttpClientResponse response(HttpClientRequest upload) throws Exception {
        return upload.response().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }
}
