package io.frontdesk.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class AuthenticationTest extends GatewayTest {
    @BeforeEach
    void retrievalFindsNothing() {
        retrieval.stubFor(post("/internal/v1/search")
                .willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void takesTheCredentialFromEveryCarrier(String header, String value) {
        var caller = caller(Scope.SEARCH);

        var response = search(new Header(header, value.formatted(caller.key())));

        response.then().statusCode(200);
        retrieval.verify(postRequestedFor(urlEqualTo("/internal/v1/search"))
                .withHeader("Authorization", equalTo(caller.bearer()))
                .withoutHeader("X-Api-Key"));
    }

    static Stream<Arguments> carriers() {
        return Stream.of(
                arguments("Authorization", "Bearer %s"),
                arguments("Authorization", "bearer   %s"),
                arguments("X-Api-Key", "%s"),
                arguments("x-api-key", "%s"));
    }

    @ParameterizedTest
    @MethodSource("refusedCredentials")
    void answersEveryWrongCredentialTheSame(List<Header> credentials) {
        var response = search(credentials.toArray(Header[]::new));

        response.then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", is("Bearer"))
                .header("X-Request-Id", notNullValue())
                .body("type", is("/problems/unauthenticated"))
                .body("detail", nullValue());
        assertThat(retrieval.getAllServeEvents()).isEmpty();
    }

    static Stream<List<Header>> refusedCredentials() {
        return Stream.of(
                List.of(),
                List.of(new Header("Authorization", "Bearer fd_unknown_key")),
                List.of(new Header("X-Api-Key", "fd_unknown_key")),
                List.of(new Header("Authorization", "Bearer")),
                List.of(new Header("Authorization", "Bearer ")),
                List.of(new Header("Authorization", "Bearer two words")),
                List.of(new Header("Authorization", "Basic dXNlcjpwYXNzd29yZA==")),
                List.of(new Header("Authorization", "fd_without_scheme")),
                List.of(new Header("X-Api-Key", "")),
                List.of(new Header("X-Api-Key", "k\u00e9y")),
                List.of(new Header("X-Api-Key", "k".repeat(8_193))));
    }

    @Test
    void refusesTwoCredentialsAtOnceEvenIfBothAreGood() {
        var one = caller(Scope.SEARCH);
        var other = caller(Scope.SEARCH);

        var response = search(new Header("Authorization", "Bearer " + one.key()), new Header("X-Api-Key", other.key()));

        response.then().statusCode(401).body("type", is("/problems/unauthenticated"));
    }

    @Test
    void refusesWhatTheScopesDoNotAllow() {
        var caller = caller(Scope.CHAT);

        var response = search(new Header("X-Api-Key", caller.key()));

        response.then().statusCode(403).contentType(Problem.MEDIA_TYPE).body("type", is("/problems/forbidden"));
    }

    @Test
    void tellsAnAuthServiceThatFailsFromABadCredential() {
        String key = "fd_" + UUID.randomUUID() + "_x";
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(key)))
                .willReturn(aResponse().withStatus(500).withBody("a stack trace")));

        var response = search(new Header("X-Api-Key", key));

        response.then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/unavailable"))
                .body("detail", not(containsString("stack trace")));
    }

    @Test
    void understandsAnAuthServiceThatSaysMoreThanTheGatewayKnows() {
        String key = "fd_" + UUID.randomUUID() + "_x";
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(key)))
                .willReturn(jsonResponse("""
                        {"access_token": "t", "token_type": "Bearer", "expires_in": 300, "subject": "s", "scope": "search",
                         "plan": "free", "acl": [], "epochs": {}, "tenant_id": "%s", "from_a_newer_version": true}""".formatted(UUID.randomUUID()), 200)));

        search(new Header("X-Api-Key", key)).then().statusCode(200);
    }

    private static Response search(Header... credentials) {
        return given().headers(new Headers(Arrays.asList(credentials)))
                .contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }
}
