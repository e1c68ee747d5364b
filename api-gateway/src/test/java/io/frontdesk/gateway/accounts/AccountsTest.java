package io.frontdesk.gateway.accounts;

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
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AccountsTest extends GatewayTest {
    private static final String ID = "0195a000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @MethodSource("routes")
    void relaysToTheAuthServiceInTheCallersName(String method, String path, Scope needed, String body) {
        auth.stubFor(any(urlEqualTo("/internal" + path)).willReturn(jsonResponse("{\"relayed\": true}", 200)));
        var caller = caller(needed);

        caller.calls()
                .contentType("application/json")
                .body(body)
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
        caller(Scope.CHAT, Scope.SEARCH)
                .calls()
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE);
        given().contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE);
    }

    static Stream<Arguments> routes() {
        String user = "{\"email\": \"a@b.example\", \"password\": \"secret\", \"role\": \"agent\"}";
        String key = "{\"name\": \"shop\", \"scopes\": [\"chat\"], \"expires_at\": \"2030-01-01T00:00:00Z\"}";
        return Stream.of(
                arguments("POST", "/v1/tenants", Scope.OPERATOR, "{\"name\": \"Shop\", \"plan\": \"standard\"}"),
                arguments("POST", "/v1/tenants/" + ID + "/api-keys", Scope.OPERATOR, key),
                arguments("POST", "/v1/tenants/" + ID + "/users", Scope.OPERATOR, user),
                arguments("POST", "/v1/users", Scope.ADMIN, user),
                arguments("POST", "/v1/api-keys", Scope.ADMIN, key),
                arguments("GET", "/v1/api-keys", Scope.ADMIN, ""),
                arguments("DELETE", "/v1/api-keys/" + ID, Scope.ADMIN, ""));
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
