package io.frontdesk.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may get wrong: a clear problem each, nothing reaches a service behind, and nothing answers 500. */
@QuarkusTest
class BadInputTest extends GatewayTest {
    private static final int JSON_LIMIT = 1 << 20;

    private TestCaller caller = new TestCaller(new UUID(0, 0), "", "");

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/answers")
    URI answers;

    @BeforeEach
    void someoneMayDoEverything() {
        caller = caller(Scope.values());
        generation.plays(BadInputTest::shouldNotBeAsked);
        ingestion.plays(BadInputTest::shouldNotBeAsked);
    }

    private static void shouldNotBeAsked(HttpServerRequest request) {
        request.response().setStatusCode(418).end();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void namesTheFieldThatIsRefused(String path, String body, String field) {
        json(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/invalid-field"))
                .body("field", is(field))
                .body("detail", startsWith(field + ": "))
                .body("instance", startsWith("/requests/"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("/v1/answers", "{}", "question"),
                arguments("/v1/answers", "{\"question\": null}", "question"),
                arguments("/v1/answers", "{\"question\": \"  \"}", "question"),
                arguments("/v1/answers", "{\"question\": \"" + "x".repeat(100_000) + "\"}", "question"),
                arguments("/v1/answers", "{\"question\": {\"a\": 1}}", "question"),
                arguments("/v1/answers", "{\"question\": \"x\", \"top_k\": 51}", "top_k"),
                arguments("/v1/answers", "{\"question\": \"x\", \"top_k\": \"many\"}", "top_k"),
                arguments("/v1/answers", "{\"question\": \"x\", \"filters\": [1]}", "filters"),
                arguments("/v1/answers", "{\"question\": \"x\", \"conversation_id\": \"7\"}", "conversation_id"),
                arguments("/v1/answers", "{\"question\": \"x\", \"strem\": true}", "strem"),
                arguments("/v1/answers", "{\"question\": \"x\", \"stream\": \"perhaps\"}", "stream"),
                arguments("/v1/answers", "{\"question\": \"a\\u0000b\"}", "question"),
                arguments("/v1/answers", "{\"question\": \"x\", \"filters\": {\"country\": null}}", "filters"),
                arguments("/v1/answers", "{\"question\": \"x\", \"filters\": {\"country\": \"\\u0000\"}}", "filters"),
                arguments("/v1/search", "{\"query\": \"\"}", "query"),
                arguments("/v1/search", "{\"query\": \"x\", \"filters\": {\"country\": null}}", "filters"),
                arguments("/v1/search", "{\"query\": \"x\", \"topk\": 3}", "topk"),
                arguments("/v1/search", "{\"query\": \"x\", \"top_k\": 0}", "top_k"),
                arguments("/v1/documents", "{\"title\": \"x\", \"external_id\": \"\"}", "external_id"),
                arguments("/v1/documents", "{\"text\": \"x\", \"url\": \"javascript:alert(1)\"}", "url"),
                arguments("/v1/documents", "{\"text\": \"x\", \"tenant_id\": \"other\"}", "tenant_id"),
                arguments("/v1/auth/login", "{\"email\": \"a@b.c\", \"passwort\": \"x\"}", "passwort"),
                arguments("/v1/api-keys", "{\"name\": \"x\", \"expires_at\": \"soon\"}", "expires_at"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesABodyThatIsNotTheJsonExpected(byte[] body) {
        for (String path : new String[] {"/v1/answers", "/v1/search", "/v1/documents"}) {
            caller.calls()
                    .contentType("application/json")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "\"text\"",
                        "7",
                        "{\"question\": \"x\", \"query\"",
                        "{} trailing",
                        "{\"question\": \"x\", \"question\": \"y\"}",
                        "{\"query\": \"x\", \"filters\": {\"a\": \"b\", \"a\": \"c\"}}",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(50_000),
                        "\u0000",
                        "{\"question\": \"\\ud800")
                .map(text -> text.getBytes(UTF_8));
    }

    @Test
    void refusesABodyInAnotherEncodingThanUtf8() {
        byte[] latin1 = {'{', '"', 'q', 'u', 'e', 'r', 'y', '"', ':', '"', (byte) 0xe9, (byte) 0xff, '"', '}'};

        caller.calls()
                .contentType("application/json")
                .body(latin1)
                .post("/v1/search")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void answersWhatFitsNoRouteAsAProblem(String method, String path, String contentType, String accept, int status) {
        caller.calls()
                .contentType(contentType)
                .accept(accept)
                .body("{\"question\": \"x\"}".getBytes(UTF_8))
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .header("X-Request-Id", notNullValue())
                .body("status", is(status));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("POST", "/v1/nothing", "application/json", "*/*", 404),
                arguments("POST", "/", "application/json", "*/*", 404),
                arguments("DELETE", "/v1/api-keys/not-a-uuid", "application/json", "*/*", 404),
                arguments("PUT", "/v1/answers", "application/json", "*/*", 405),
                arguments("PATCH", "/v1/documents", "application/json", "*/*", 405),
                arguments("POST", "/v1/answers", "application/json", "application/pdf", 406),
                arguments("POST", "/v1/search", "application/json", "text/event-stream", 406),
                arguments("POST", "/v1/answers", "application/xml", "*/*", 415),
                arguments("POST", "/v1/answers", "text/plain", "*/*", 415),
                arguments("POST", "/v1/search", "multipart/form-data; boundary=b", "*/*", 415),
                arguments("POST", "/v1/documents", "application/pdf", "*/*", 415),
                arguments("POST", "/v1/documents", "/", "*/*", 415));
    }

    @Test
    void knowsNoTenantByAnIdThatIsNone() {
        json("{\"name\": \"x\"}")
                .post("/v1/tenants/7/api-keys")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @MethodSource("strangeHeaders")
    void survivesStrangeHeaders(String name, String value) {
        int status = caller.calls()
                .header(name, value)
                .contentType("application/json")
                .body("{\"query\": \" \"}")
                .post("/v1/search")
                .statusCode();

        assertThat(status).isBetween(400, 499);
    }

    static Stream<Arguments> strangeHeaders() {
        return Stream.of(
                arguments("Accept", "garbage"),
                arguments("Accept", ";;;q=x"),
                arguments("Accept", "application/json;q=nine"),
                arguments("Accept-Language", "*;q=7"),
                arguments("X-Request-Id", "a b"),
                arguments("Cookie", "===;;"),
                arguments("X-Long", "x".repeat(20_000)));
    }

    @ParameterizedTest
    @MethodSource("strangeContentTypes")
    void refusesAContentTypeThatIsNone(String contentType) throws Exception {
        var answer = post(HttpVersion.HTTP_1_1, contentType, false, "{\"question\": \" \"}");

        assertThat(answer.statusCode()).isIn(400, 415);
    }

    static Stream<String> strangeContentTypes() {
        return Stream.of("garbage", "/", "application/json; charset=nothing", "application/json;;", "a/b/c", ";");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesALargeBodyWhetherItSaysSoOrNot(boolean chunked) throws Exception {
        String large = "{\"question\": \"" + "x".repeat(JSON_LIMIT) + "\"}";

        // Over HTTP/1.1 the answer may be lost with the connection, which is closed on what nobody reads.
        var answer = post(HttpVersion.HTTP_2, "application/json", chunked, large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.getHeader("Content-Type")).startsWith(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesAListOptionThatIsNoNumber() {
        caller.calls()
                .queryParam("limit", "many")
                .get("/v1/documents")
                .then()
                .statusCode(400)
                .body("field", is("limit"));
    }

    private RequestSpecification json(String body) {
        return caller.calls().contentType("application/json").body(body);
    }

    /** The head of the answer to a request whose headers nobody has tidied up. */
    private HttpClientResponse post(HttpVersion version, String contentType, boolean chunked, String body)
            throws Exception {
        Vertx vertx = Vertx.vertx();
        var options = new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false);
        try {
            return vertx.createHttpClient(options)
                    .request(HttpMethod.POST, answers.getPort(), answers.getHost(), answers.getPath())
                    .compose(request -> {
                        request.setChunked(chunked)
                                .putHeader("X-Api-Key", caller.key())
                                .putHeader("Content-Type", contentType);
                        var answer = request.response();
                        request.end(Buffer.buffer(body));
                        return answer;
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, SECONDS);
        } finally {
            vertx.close();
        }
    }
}
