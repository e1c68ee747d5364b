package io.frontdesk.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RelayTest extends GatewayTest {
    private static final String ID = "0195a000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @MethodSource("routes")
    void relaysToTheAuthServiceInTheCallersName(String method, String path, Scope needed, String body) {
        auth.stubFor(any(urlEqualTo("/internal" + path)).willReturn(jsonResponse("{\"relayed\": true}", 200)));
        var caller = caller(needed);

        caller.calls()
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(200)
                .body("relayed", is(true));

        auth.verify(requestedFor(method, urlEqualTo("/internal" + path))
                .withHeader("Authorization", equalTo(caller.bearer()))
                .withHeader("X-Api-Key", absent()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWhoHasNotTheScope(String method, String path, Scope needed, String body) {
        caller(Scope.ANALYTICS, Scope.SEARCH)
                .calls()
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE);
        given().contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE);
    }

    static Stream<Arguments> routes() {
        String user = "{\"email\": \"a@b.example\", \"password\": \"secret\", \"role\": \"agent\"}";
        String key = "{\"name\": \"shop\", \"scopes\": [\"chat\"], \"expires_at\": \"2030-01-01T00:00:00Z\"}";
        String provider = "{\"issuer\": \"https://id.example\", \"audience\": \"shop\", \"scopes\": [\"search\"]}";
        String settings = "{\"cors\": {\"origins\": [\"https://shop.example\"]}, \"limits\": {\"per_minute\": 60}}";
        String tenant = "/v1/tenants/" + ID;
        return Stream.of(
                arguments("POST", "/v1/tenants", Scope.OPERATOR, "{\"name\": \"Shop\", \"plan\": \"standard\"}"),
                arguments("GET", "/v1/tenants?limit=2&cursor=c", Scope.OPERATOR, ""),
                arguments("GET", tenant, Scope.OPERATOR, ""),
                arguments("PATCH", tenant, Scope.OPERATOR, "{\"status\": \"suspended\"}"),
                arguments("DELETE", tenant, Scope.OPERATOR, ""),
                arguments("POST", tenant + "/api-keys", Scope.OPERATOR, key),
                arguments("POST", tenant + "/users", Scope.OPERATOR, user),
                arguments("GET", tenant + "/audit-events?limit=5", Scope.OPERATOR, ""),
                arguments("POST", "/v1/users", Scope.ADMIN, user),
                arguments("GET", "/v1/users?cursor=a%26b", Scope.ADMIN, ""),
                arguments("GET", "/v1/users/" + ID, Scope.ADMIN, ""),
                arguments("PATCH", "/v1/users/" + ID, Scope.ADMIN, "{\"role\": \"viewer\"}"),
                arguments("DELETE", "/v1/users/" + ID, Scope.ADMIN, ""),
                arguments("POST", "/v1/api-keys", Scope.ADMIN, key),
                arguments("GET", "/v1/api-keys", Scope.ADMIN, ""),
                arguments("GET", "/v1/api-keys/" + ID, Scope.ADMIN, ""),
                arguments("DELETE", "/v1/api-keys/" + ID, Scope.ADMIN, ""),
                arguments("POST", "/v1/api-keys/" + ID + "/rotate", Scope.ADMIN, "{\"overlap_seconds\": 60}"),
                arguments("POST", "/v1/api-keys/" + ID + "/rotate", Scope.ADMIN, ""),
                arguments("POST", "/v1/visitor-tokens", Scope.CHAT, "{\"visitor\": \"customer-1\"}"),
                arguments("POST", "/v1/identity-providers", Scope.ADMIN, provider),
                arguments("GET", "/v1/identity-providers", Scope.ADMIN, ""),
                arguments("GET", "/v1/identity-providers/" + ID, Scope.ADMIN, ""),
                arguments("DELETE", "/v1/identity-providers/" + ID, Scope.ADMIN, ""),
                arguments("GET", "/v1/audit-events", Scope.ADMIN, ""),
                arguments("GET", "/v1/settings/gateway", Scope.ADMIN, ""),
                arguments("PUT", "/v1/settings/gateway", Scope.ADMIN, settings),
                arguments("POST", "/v1/admin/signing-keys/rotate", Scope.OPERATOR, ""));
    }

    @ParameterizedTest
    @MethodSource("routesForAll")
    void takesAnyValidCredentialWhereTheAuthServiceTellsThemApart(String method, String path, String body) {
        auth.stubFor(any(urlEqualTo("/internal" + path)).willReturn(jsonResponse("{\"relayed\": true}", 200)));
        var caller = caller(Scope.ANALYTICS);

        caller.calls()
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(401);

        auth.verify(requestedFor(method, urlEqualTo("/internal" + path))
                .withHeader("Authorization", equalTo(caller.bearer())));
    }

    static Stream<Arguments> routesForAll() {
        return Stream.of(
                arguments("POST", "/v1/auth/logout", ""),
                arguments("POST", "/v1/auth/logout", "{\"everywhere\": true}"),
                arguments("POST", "/v1/auth/password", "{\"current_password\": \"a\", \"new_password\": \"b\"}"),
                arguments("GET", "/v1/auth/me", ""));
    }

    @ParameterizedTest
    @MethodSource("assignments")
    void refusesWhatACallerMayNotAssign(String method, String path, String body, String field) {
        caller(Scope.values())
                .calls()
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/invalid-field"))
                .body("field", is(field));
    }

    static Stream<Arguments> assignments() {
        return Stream.of(
                arguments("POST", "/v1/tenants", "{\"name\": \"x\", \"status\": \"active\"}", "status"),
                arguments("PATCH", "/v1/tenants/" + ID, "{\"name\": \"x\", \"id\": \"7\"}", "id"),
                arguments("POST", "/v1/users", "{\"email\": \"x\", \"tenant_id\": \"7\"}", "tenant_id"),
                arguments("PATCH", "/v1/users/" + ID, "{\"role\": \"owner\", \"plan\": \"pro\"}", "plan"),
                arguments("POST", "/v1/api-keys", "{\"name\": \"x\", \"role\": \"owner\"}", "role"),
                arguments("POST", "/v1/api-keys/" + ID + "/rotate", "{\"scopes\": [\"admin\"]}", "scopes"),
                arguments("POST", "/v1/visitor-tokens", "{\"visitor\": \"x\", \"scopes\": []}", "scopes"),
                arguments("POST", "/v1/identity-providers", "{\"issuer\": \"x\", \"tenant_id\": \"7\"}", "tenant_id"),
                arguments("PUT", "/v1/settings/gateway", "{\"plan\": \"pro\"}", "plan"),
                arguments("PUT", "/v1/settings/gateway", "{\"limits\": {\"per_day\": 1}}", "limits.per_day"),
                arguments("PUT", "/v1/settings/answers", "{\"temperature\": 2}", "temperature"),
                arguments("PUT", "/v1/settings/answers", "{\"masking\": {\"names\": true}}", "masking.names"),
                arguments("PUT", "/v1/settings/search", "{\"weights\": [1, 2]}", "weights"),
                arguments("POST", "/v1/auth/login", "{\"email\": \"x\", \"tenant_id\": \"7\"}", "tenant_id"),
                arguments("POST", "/v1/auth/refresh", "{\"refresh_token\": \"x\", \"scope\": \"a\"}", "scope"),
                arguments("POST", "/v1/auth/logout", "{\"user\": \"7\"}", "user"),
                arguments("POST", "/v1/auth/password", "{\"new_password\": \"x\", \"user_id\": \"7\"}", "user_id"));
    }

    @Test
    void passesTheFormsAndErrorsOfTheTokenEndpointAsTheyCome() {
        String form = "grant_type=client_credentials&scope=chat+search";
        String basic = "Basic ZmRfMTpzZWNyZXQ=";
        auth.stubFor(post("/internal/v1/auth/token")
                .withHeader("Authorization", equalTo(basic))
                .withRequestBody(equalTo(form))
                .willReturn(jsonResponse("{\"access_token\": \"t\"}", 200).withHeader("Cache-Control", "no-store")));
        auth.stubFor(post("/internal/v1/auth/token")
                .withHeader("Authorization", absent())
                .willReturn(
                        jsonResponse("{\"error\": \"invalid_client\"}", 401).withHeader("WWW-Authenticate", "Basic")));

        token(form, "Authorization", basic)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("access_token", is("t"));
        token(form, "Authorization", "Bearer fd_1_secret")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Basic")
                .body("error", is("invalid_client"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/auth/token")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refreshesForAnybodyWhoHasTheToken() {
        auth.stubFor(post("/internal/v1/auth/refresh")
                .withRequestBody(matchingJsonPath("$.refresh_token", equalTo("r1")))
                .willReturn(jsonResponse("{\"refresh_token\": \"r2\"}", 200)));

        given().contentType("application/json")
                .body("{\"refresh_token\": \"r1\"}")
                .post("/v1/auth/refresh")
                .then()
                .statusCode(200)
                .body("refresh_token", is("r2"));
    }

    @Test
    void relaysALockWithItsEnd() {
        auth.stubFor(post("/internal/v1/auth/login")
                .withRequestBody(matchingJsonPath("$.password", equalTo("locked")))
                .willReturn(jsonResponse("{\"status\": 429}", 429)
                        .withHeader("Content-Type", Problem.MEDIA_TYPE)
                        .withHeader("Retry-After", "30")));

        login("locked").then().statusCode(429).header("Retry-After", "30").contentType(Problem.MEDIA_TYPE);
    }

    private static Response token(String form, String header, String value) {
        return given().contentType("application/x-www-form-urlencoded")
                .header(header, value)
                .body(form)
                .post("/v1/auth/token");
    }

    @Test
    void sendsKeysOnAsTheyWereAskedFor() {
        auth.stubFor(post("/internal/v1/api-keys").willReturn(jsonResponse("{\"key\": \"fd_1\"}", 201)));

        caller(Scope.ADMIN)
                .calls()
                .contentType("application/json")
                .body("{\"name\": \"shop\", \"scopes\": [\"chat\", \"documents:read\"]}")
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("key", is("fd_1"));

        auth.verify(postRequestedFor(urlEqualTo("/internal/v1/api-keys"))
                .withRequestBody(matchingJsonPath("$.scopes[1]", equalTo("documents:read"))));
    }

    @Test
    void letsAnybodySignIn() {
        auth.stubFor(post("/internal/v1/auth/login")
                .withRequestBody(matchingJsonPath("$.password", equalTo("right")))
                .willReturn(jsonResponse("{\"access_token\": \"t\"}", 200)));
        auth.stubFor(post("/internal/v1/auth/login")
                .withRequestBody(matchingJsonPath("$.password", equalTo("wrong")))
                .willReturn(jsonResponse("{\"type\": \"/problems/unauthenticated\", \"status\": 401}", 401)
                        .withHeader("Content-Type", Problem.MEDIA_TYPE)));

        login("right").then().statusCode(200).body("access_token", is("t"));
        login("wrong").then().statusCode(401).contentType(Problem.MEDIA_TYPE).body("status", is(401));
    }

    @Test
    void publishesTheKeysOfTheInstallation() {
        auth.stubFor(get("/.well-known/openid-configuration")
                .willReturn(jsonResponse("{\"issuer\": \"http://auth.test\"}", 200)
                        .withHeader("Cache-Control", "max-age=300")));

        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .header("Cache-Control", "max-age=300")
                .body("issuer", is("http://auth.test"));
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].x", notNullValue());
    }

    private static Response login(String password) {
        return given().contentType("application/json")
                .body("{\"email\": \"a@b.example\", \"password\": \"%s\"}".formatted(password))
                .post("/v1/auth/login");
    }
}
