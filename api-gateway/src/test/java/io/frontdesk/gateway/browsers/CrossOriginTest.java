package io.frontdesk.gateway.browsers;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.testing.AuthServerResource;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CrossOriginTest extends GatewayTest {
    private static final String SHOP = "https://shop.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

    private TestCaller caller = new TestCaller(new UUID(0, 0), "", "");

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/")
    URI gateway;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @BeforeEach
    void aTenantListsItsShop() {
        retrieval.stubFor(post("/internal/v1/search")
                .willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)));
        caller = caller(Scope.SEARCH, Scope.CHAT);
        lists(caller, SHOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/search", "/v1/documents/1", "/no/such/path"})
    void answersEveryPreflightTheSame(String path) {
        var preflight = given().header("Origin", "https://nobody.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options(path);

        preflight
                .then()
                .statusCode(204)
                .header(ALLOWED, is("*"))
                .header("Access-Control-Allow-Methods", stringContainsInOrder("GET", "POST", "PUT", "PATCH", "DELETE"))
                .header("Access-Control-Allow-Headers", is("Authorization, X-Api-Key, Content-Type, *"))
                .header("Access-Control-Max-Age", is("7200"))
                .header(CREDENTIALS, nullValue())
                .header("Vary", containsString("origin"))
                .header("X-Content-Type-Options", is("nosniff"));
    }

    @Test
    void letsAListedWebsiteRead() {
        searchFrom(SHOP)
                .then()
                .statusCode(200)
                .header(ALLOWED, is(SHOP))
                .header("Access-Control-Expose-Headers", is("X-Request-Id, Frontdesk-Answer, Retry-After, *"))
                .header(CREDENTIALS, nullValue())
                .header("Vary", containsString("origin"));
    }

    @Test
    void letsAListedWebsiteReadStreamsAndWhatIsRefused() {
        generation.plays(request -> request.response()
                .putHeader("Content-Type", "text/event-stream")
                .end("id: 1\nevent: answer.searching\ndata: {}\n\n"));

        askFrom(SHOP, "{\"question\": \"How long?\", \"stream\": true}")
                .contentType("text/event-stream")
                .header(ALLOWED, is(SHOP));
        askFrom(SHOP, "{\"question\": ").statusCode(400).header(ALLOWED, is(SHOP));
        callFrom(SHOP).get("/v1/analytics").then().statusCode(403).header(ALLOWED, is(SHOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "https://shop.example.other.example",
                "https://www.shop.example",
                "https://shop.example:8443",
                "http://shop.example",
                "null",
                "*",
                ""
            })
    void refusesEveryOtherWebsiteBeforeAnythingIsDone(String origin) {
        searchFrom(origin)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .header(ALLOWED, nullValue())
                .header("Access-Control-Expose-Headers", nullValue())
                .body("type", is("/problems/forbidden"))
                .body("detail", containsString("cors.origins"));
        assertThat(retrieval.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesInOpenAisWordsOnItsRoutes() {
        callFrom("https://other.example")
                .get("/v1/models")
                .then()
                .statusCode(403)
                .contentType("application/json")
                .header(ALLOWED, nullValue())
                .body("error.code", is("forbidden"));
        callFrom(SHOP).get("/v1/models").then().statusCode(200).header(ALLOWED, is(SHOP));
    }

    @Test
    void holdsAgainstEachTenantWhatItListsItself() {
        var other = caller(Scope.SEARCH);
        lists(other, "https://other.example");

        searchFrom(SHOP, caller).then().statusCode(200);
        searchFrom(SHOP, other).then().statusCode(403);
        searchFrom("https://other.example", other).then().statusCode(200);
        searchFrom("https://other.example", caller).then().statusCode(403);
    }

    @Test
    void refusesEveryWebsiteWhereATenantListsNone() {
        lists(caller);

        searchFrom(SHOP).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, "http://localhost:3000", "null"})
    void letsEveryWebsiteReadWhereATenantSaysSo(String origin) {
        lists(caller, "*");

        searchFrom(origin).then().statusCode(200).header(ALLOWED, is("*"));
    }

    @Test
    void holdsWhatIsChangedOnTheNextRequestAndAsksOnceForIt() {
        atVersion(1);
        searchFrom(SHOP).then().statusCode(200);
        lists(caller, "https://new.example");
        searchFrom(SHOP).then().statusCode(200);

        atVersion(2);

        searchFrom(SHOP).then().statusCode(403);
        searchFrom("https://new.example").then().statusCode(200);
        auth.verify(2, getRequestedFor(urlEqualTo(settings(caller))));
    }

    @Test
    void asksInItsOwnName() {
        searchFrom(SHOP).then().statusCode(200);

        auth.verify(getRequestedFor(urlEqualTo(settings(caller)))
                .withHeader("Authorization", equalTo(tokenOfTheGateway(caller))));
    }

    @Test
    void refusesWhileTheAuthServiceDoesNotSayAndRemembersNothingOfIt() {
        auth.stubFor(get(settings(caller)).willReturn(serverError()));
        searchFrom(SHOP).then().statusCode(502).contentType(Problem.MEDIA_TYPE);
        assertThat(retrieval.getAllServeEvents()).isEmpty();

        lists(caller, SHOP);

        searchFrom(SHOP).then().statusCode(200);
    }

    @Test
    void doesNotConcernCallersThatAreNoBrowsersNorItsOwnPage() {
        lists(caller);

        search(caller.calls())
                .then()
                .statusCode(200)
                .header(ALLOWED, nullValue())
                .header("Vary", is("origin"));
        searchFrom("http://" + gateway.getAuthority()).then().statusCode(200);
        searchFrom("https://" + gateway.getAuthority()).then().statusCode(200);
        auth.verify(0, getRequestedFor(urlEqualTo(settings(caller))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/openapi", "/v1/documents", "/no/such/path"})
    void letsEverybodyReadWhatIsNoTenants(String path) {
        given().header("Origin", SHOP).get(path).then().header(ALLOWED, is("*")).header(CREDENTIALS, nullValue());
    }

    private void lists(TestCaller of, String... origins) {
        auth.stubFor(post("/internal/v1/client-tokens")
                .withRequestBody(
                        matchingJsonPath("$.tenant_id", equalTo(of.tenant().toString())))
                .willReturn(AuthServerResource.grants(of.tenant(), tokenOfTheGateway(of), "")));
        auth.stubFor(get(settings(of))
                .willReturn(jsonResponse(
                        Map.of("settings_version", 1, "cors", Map.of("origins", List.of(origins)), "limits", Map.of()),
                        200)));
    }

    private static String tokenOfTheGateway(TestCaller caller) {
        return "Bearer gateway-for-" + caller.tenant();
    }

    private static String settings(TestCaller of) {
        return "/internal/v1/tenants/" + of.tenant() + "/settings/gateway";
    }

    private void atVersion(long version) {
        redis.hash(String.class)
                .hset(TenantState.key(caller.tenant()), TenantState.SETTINGS_VERSION, Long.toString(version));
    }

    private RequestSpecification callFrom(String origin) {
        return caller.calls().header("Origin", origin);
    }

    private Response searchFrom(String origin) {
        return searchFrom(origin, caller);
    }

    private static Response searchFrom(String origin, TestCaller caller) {
        return search(caller.calls().header("Origin", origin));
    }

    private static Response search(RequestSpecification calls) {
        return calls.contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }

    private ValidatableResponse askFrom(String origin, String body) {
        return callFrom(origin)
                .contentType("application/json")
                .body(body)
                .post("/v1/answers")
                .then();
    }
}
