package io.frontdesk.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerRequest;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upload is passed on as it comes, and yet told from another one. */
@QuarkusTest
class RepeatedUploadTest extends GatewayTest {
    private static final int MEGABYTE = 1 << 20;

    private final String key = Ids.next().toString();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestCaller caller;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/documents")
    URI documents;

    @BeforeEach
    void someoneMayWrite() {
        caller = caller(Scope.DOCUMENTS_WRITE);
        ingestion.plays(this::takeIn);
    }

    private void takeIn(HttpServerRequest request) {
        request.exceptionHandler(e -> {})
                .handler(part -> arrived.addAndGet(part.length()))
                .endHandler(end -> accept(request));
    }

    private void accept(HttpServerRequest request) {
        taken.incrementAndGet();
        request.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json")
                .end("{\"id\": \"%s\"}".formatted(Ids.next()));
    }

    @Test
    void givesTheFirstResponseAgainWhateverTheBoundary() {
        String file = "x".repeat(3 * MEGABYTE);
        var first = upload(file);
        long once = arrived.get();
        var again = upload(file);

        first.then().statusCode(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(taken).hasValue(1);
        assertThat(arrived).hasValue(once);
    }

    @Test
    void refusesTheKeyForAnotherFile() {
        upload("30 days");

        upload("31 days").then().statusCode(422).body("type", is("/problems/idempotency-key-reused"));

        assertThat(taken).hasValue(1);
    }

    @Test
    void refusesASecondWhileTheFirstIsTakenIn() throws Exception {
        var begun = new CompletableFuture<HttpServerRequest>();
        ingestion.plays(begun::complete);
        var first = CompletableFuture.supplyAsync(() -> upload("30 days"));
        var incoming = begun.get(30, SECONDS);

        upload("30 days").then().statusCode(409).body("type", is("/problems/request-in-progress"));

        accept(incoming);
        assertThat(first.get(30, SECONDS).statusCode()).isEqualTo(202);
        assertThat(taken).hasValue(1);
    }

    @Test
    void takesInAnewWhatBrokeOff() throws Exception {
        try (var client = new Socket(documents.getHost(), documents.getPort())) {
            String beginning = """
                    POST /v1/documents HTTP/1.1\r
                    Host: localhost\r
                    X-Api-Key: %s\r
                    Idempotency-Key: %s\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 100000\r
                    \r
                    --b\r
                    """.formatted(caller.key(), key);
            client.getOutputStream().write(beginning.getBytes(UTF_8));
            await().atMost(30, SECONDS).until(() -> arrived.get() > 0);
        }

        await().atMost(30, SECONDS).until(() -> upload("30 days").statusCode() == 202);

        assertThat(taken).hasValue(1);
    }

    private Response upload(String file) {
        return caller.calls()
                .header("Idempotency-Key", key)
                .multiPart("file", "returns.txt", file.getBytes(UTF_8))
                .post("/v1/documents");
    }
}
