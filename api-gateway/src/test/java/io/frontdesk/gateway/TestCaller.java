package io.frontdesk.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A caller whom the auth-service knows.
 *
 * @param key what the caller sends
 * @param bearer what the services behind are sent in its stead
 */
public record TestCaller(UUID tenant, String key, String bearer) {
    public static TestCaller known(WireMockServer auth, Scope... scopes) {
        UUID tenant = Ids.next();
        String key = "fd_" + Ids.next() + "_secret";
        String bearer = TestTokens.bearer(tenant, scopes);
        String scope = Arrays.stream(scopes).map(Scope::wireName).collect(Collectors.joining(" "));
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(key)))
                .willReturn(AuthServerResource.grants(tenant, bearer, scope)));
        return new TestCaller(tenant, key, bearer);
    }

    public RequestSpecification calls() {
        return given().header("X-Api-Key", key);
    }
}
