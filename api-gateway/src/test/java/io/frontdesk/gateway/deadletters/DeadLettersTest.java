package io.frontdesk.gateway.deadletters;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeadLettersTest extends GatewayTest {
    private static final String ID = "0195a000-0000-7000-8000-000000000001";
    private static final String ORIGINAL = "/v1/dead-letters/" + ID + "/original";

    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<String> sent = new CompletableFuture<>();

    @ParameterizedTest
    @MethodSource("routes")
    void relaysInTheCallersName(String method, String path, Scope needed, String body) throws Exception {
        answering(200, "application/json", Buffer.buffer("{\"relayed\": true}"));
        var caller = caller(needed);

        request(caller, method, path, body).statusCode(200).body("relayed", is(true));

        assertThat(asked.get(5, SECONDS).uri()).isEqualTo("/internal" + path);
        assertThat(asked.get().method().name()).isEqualTo(method);
        assertThat(asked.get().getHeader("Authorization")).isEqualTo(caller.bearer());
        assertThat(sent.get(5, SECONDS)).isEqualTo(body);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWhoHasNotTheScope(String method, String path, Scope needed, String body) {
        var others = Stream.of(Scope.values())
                .filter(scope -> scope != needed && scope != Scope.OPERATOR)
                .toArray(Scope[]::new);

        request(caller(others), method, path, body).statusCode(403).contentType(Problem.MEDIA_TYPE);
        assertThat(asked).isNotDone();
    }

    static Stream<Arguments> routes() {
        String some = "{\"reason\":\"corrupt\",\"stage\":\"parsing\",\"limit\":5,\"dry_run\":true}";
        String ofTenant = "{\"reason\":\"corrupt\",\"stage\":\"parsing\",\"tenant_id\":\"" + ID
                + "\",\"limit\":5,\"dry_run\":true}";
        String own = "/v1/dead-letters";
        String all = "/v1/admin/dead-letters";
        return Stream.of(
                Arguments.of("GET", own, Scope.DOCUMENTS_READ, ""),
                Arguments.of("GET", own + "?limit=2&cursor=a%26b&reason=c%3Dd&stage=parsing", Scope.DOCUMENTS_READ, ""),
                Arguments.of("GET", own + "/" + ID, Scope.DOCUMENTS_READ, ""),
                Arguments.of("POST", own + "/" + ID + "/replay", Scope.DOCUMENTS_WRITE, ""),
                Arguments.of("POST", own + "/replay", Scope.DOCUMENTS_WRITE, some),
                Arguments.of("GET", all + "?reason=corrupt&tenant_id=" + ID, Scope.OPERATOR, ""),
                Arguments.of("GET", all + "/" + ID, Scope.OPERATOR, ""),
                Arguments.of("POST", all + "/" + ID + "/replay?tenant_id=" + ID, Scope.OPERATOR, ""),
                Arguments.of("POST", all + "/replay", Scope.OPERATOR, ofTenant));
    }

    @Test
    void passesAnOriginalOnWhateverItsSize() {
        byte[] bytes = new byte[17 << 20];
        ThreadLocalRandom.current().nextBytes(bytes);
        answering(200, "text/html", Buffer.buffer(bytes));

        byte[] passed = request(caller(Scope.DOCUMENTS_READ), "GET", ORIGINAL, "")
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", startsWith("attachment"))
                .header("X-Content-Type-Options", is("nosniff"))
                .extract()
                .asByteArray();

        assertThat(passed).isEqualTo(bytes);
        request(caller(Scope.OPERATOR), "GET", "/v1/admin/dead-letters/" + ID + "/original", "")
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGINAL, "/v1/dead-letters/" + ID})
    void relaysWhatIsNotThere(String path) {
        answering(404, Problem.MEDIA_TYPE, Buffer.buffer("{\"type\": \"/problems/not-found\", \"status\": 404}"));

        request(caller(Scope.DOCUMENTS_READ), "GET", path, "")
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/not-found"));
    }

    @Test
    void letsNoOriginalLookFinishedThatBrokeOff() {
        ingestion.plays(request -> {
            request.response()
                    .putHeader("Content-Type", "application/octet-stream")
                    .write(Buffer.buffer("half"));
            request.response().reset();
        });

        assertThatThrownBy(() -> given().header(
                                "Authorization",
                                "Bearer " + caller(Scope.DOCUMENTS_READ).key())
                        .get(ORIGINAL)
                        .asByteArray())
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/dead-letters/replay;{\"limit\": 0};limit",
                "/v1/dead-letters/replay;{\"limit\": 501};limit",
                "/v1/dead-letters/replay;{\"tenant_id\": \"7\"};tenant_id",
                "/v1/admin/dead-letters/replay;{\"limit\": -1};limit",
                "/v1/admin/dead-letters/replay;{\"tenant_id\": \"7\"};tenant_id"
            })
    void namesTheFieldThatIsRefused(String path, String body, String field) {
        request(caller(Scope.values()), "POST", path, body)
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("field", is(field));
        assertThat(asked).isNotDone();
    }

    private static ValidatableResponse request(TestCaller caller, String method, String path, String body) {
        var request = caller.calls().urlEncodingEnabled(false);
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .request(method, path)
                .then();
    }

    private void answering(int status, String contentType, Buffer body) {
        ingestion.plays(request -> request.body().onSuccess(bytes -> {
            asked.complete(request);
            sent.complete(bytes.toString());
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", contentType)
                    .end(body);
        }));
    }
}
