package io.frontdesk.gateway.idempotency;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest extends GatewayTest {
    private static final String KEYS = "/v1/api-keys";
    private static final String SHOP = "{\"name\": \"shop\", \"scopes\": [\"chat\"]}";
    private static final String TEXT = "{\"title\": \"Returns\", \"text\": \"30 days\"}";

    private final String key = Ids.next().toString();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestCaller caller;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/documents")
    URI documents;

    @BeforeEach
    void someoneMayDoEverything() {
        caller = caller(Scope.values());
        issues(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withHeader("Location", "/v1/api-keys/1")
                .withBody("{\"id\": \"{{randomValue type='UUID'}}\", \"key\": \"fd_1_secret\"}")
                .withTransformers("response-template"));
    }

    private void issues(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder response) {
        auth.stubFor(post("/internal" + KEYS)
                .withHeader("Authorization", equalTo(caller.bearer()))
                .willReturn(response));
    }

    @Test
    void givesTheFirstResponseAgainInsteadOfMakingASecondKey() {
        var first = create("\"" + key + "\"", SHOP);
        var again = create(key, SHOP);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.header("Location")).isEqualTo("/v1/api-keys/1");
        made(1);
    }

    @Test
    void makesAnotherWithoutAKey() {
        for (int n = 0; n < 2; n++) {
            caller.calls()
                    .contentType("application/json")
                    .body(SHOP)
                    .post(KEYS)
                    .then()
                    .statusCode(201);
        }

        made(2);
    }

    @Test
    void refusesTheKeyForAnotherPayload() {
        create(key, SHOP);

        create(key, SHOP.replace("shop", "other"))
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/idempotency-key-reused"))
                .body("field", is("Idempotency-Key"));

        made(1);
    }

    @Test
    void takesTheSameKeyOfTwoTenants() {
        create(key, SHOP);
        made(1);
        caller = caller(Scope.ADMIN);
        issues(jsonResponse("{\"id\": \"of the other\"}", 201));

        create(key, SHOP).then().statusCode(201).body("id", is("of the other"));

        made(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"open", "\"a\"b\""})
    void namesTheHeaderThatIsNoKey(String key) {
        create(key, SHOP)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/invalid-field"))
                .body("field", is("Idempotency-Key"));

        made(0);
    }

    @Test
    void keepsNothingThatRedisCouldBeAskedFor() {
        create(key, SHOP);

        var names = redis.key().keys("idempotency:{" + caller.tenant() + "}:*");
        assertThat(names).hasSize(1);
        Map<String, String> kept =
                redis.hash(String.class).hgetall(names.iterator().next());
        assertThat(kept).containsKeys("fingerprint", "response");
        assertThat(names + " " + kept)
                .doesNotContain(key)
                .doesNotContain("secret")
                .doesNotContain("shop");
    }

    @Test
    void triesAgainWhatFailed() {
        issues(aResponse().withStatus(500));
        create(key, SHOP).then().statusCode(502);
        issues(aResponse().withStatus(429));
        create(key, SHOP).then().statusCode(429);
        issues(jsonResponse("{\"id\": \"1\"}", 201));

        create(key, SHOP).then().statusCode(201);

        made(3);
    }

    @Test
    void givesARefusalAgain() {
        issues(jsonResponse("{\"status\": 409}", 409));
        create(key, SHOP);
        issues(jsonResponse("{\"id\": \"1\"}", 201));

        create(key, SHOP).then().statusCode(409);

        made(1);
    }

    @Test
    void doesOnceWhatIsAskedFiftyTimesAtOnce() throws Exception {
        var taken = new AtomicInteger();
        var begun = new CompletableFuture<HttpServerRequest>();
        ingestion.plays(request -> {
            taken.incrementAndGet();
            begun.complete(request);
        });
        List<CompletableFuture<Response>> responses = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 50; n++) {
                responses.add(CompletableFuture.supplyAsync(() -> publish(TEXT), callers));
            }
            // All but the one that is at work.
            await().atMost(30, SECONDS)
                    .until(() ->
                            responses.stream().filter(CompletableFuture::isDone).count() == 49);
            accept(begun.get(30, SECONDS));
        }

        assertThat(responses)
                .extracting(response -> response.join().statusCode())
                .contains(202);
        assertThat(responses)
                .filteredOn(response -> response.join().statusCode() != 202)
                .allSatisfy(response -> response.join()
                        .then()
                        .statusCode(409)
                        .header("Retry-After", notNullValue())
                        .body("type", is("/problems/request-in-progress")));
        assertThat(taken).hasValue(1);
        assertThat(publish(TEXT).statusCode()).isEqualTo(202);
        assertThat(taken).hasValue(1);
    }

    @Test
    void goesOnForAClientThatLeavesAndComesBack() throws Exception {
        var begun = new CompletableFuture<HttpServerRequest>();
        ingestion.plays(begun::complete);
        try (var client = new Socket(documents.getHost(), documents.getPort())) {
            String head = """
                    POST /v1/documents HTTP/1.1\r
                    Host: localhost\r
                    X-Api-Key: %s\r
                    Idempotency-Key: %s\r
                    Accept: */*\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """.formatted(caller.key(), key, TEXT.length());
            client.getOutputStream().write((head + TEXT).getBytes(StandardCharsets.US_ASCII));
            begun.get(30, SECONDS);
        }

        accept(begun.get());

        await().atMost(30, SECONDS).until(() -> publish(TEXT).statusCode() == 202);
    }

    private static void accept(HttpServerRequest request) {
        request.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json")
                .end("{\"id\": \"1\"}");
    }

    private Response publish(String text) {
        return caller.calls()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(text)
                .post("/v1/documents");
    }

    private Response create(String key, String body) {
        return caller.calls()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(KEYS);
    }

    private void made(int times) {
        auth.verify(
                times,
                postRequestedFor(urlEqualTo("/internal" + KEYS)).withHeader("Authorization", equalTo(caller.bearer())));
    }

    @Test
    void isDescribedForAllThatCreatesSomething() {
        Map<String, Map<String, ?>> paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");

        List<String> without = new ArrayList<>();
        paths.forEach((path, operations) -> {
            boolean takesNone = operations.containsKey("post")
                    && !operations.get("post").toString().contains("parameters/Idempotency-Key");
            if (takesNone) {
                without.add(path);
            }
        });
        assertThat(without)
                .containsExactlyInAnyOrder(
                        // They find, or change what stays as it is when it is said again.
                        "/v1/search",
                        "/v1/cache/questions",
                        "/v1/admin/cache/questions",
                        "/v1/answers/{id}/feedback",
                        "/v1/admin/llm-keys/{id}/reset",
                        // Tokens, which live for minutes, and passwords.
                        "/v1/auth/login",
                        "/v1/auth/refresh",
                        "/v1/auth/logout",
                        "/v1/auth/password",
                        "/v1/auth/token",
                        "/v1/visitor-tokens",
                        // OpenAI's clients know nothing of it.
                        "/v1/chat/completions",
                        "/v1/responses");
    }
}
