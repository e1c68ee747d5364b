package io.frontdesk.kit.verification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Of three instances of the auth-service the first is gone and the second about to stop, so that it takes connections and refuses what is
 * asked. Keys are fetched once, and kept.
 */
@QuarkusTest
@WithTestResource(KeysFromAnyInstanceTest.ThirdOfThree.class)
@SuppressWarnings("NullAway.Init") // Fields are set as the resource starts.
class KeysFromAnyInstanceTest {
    private static WireMockServer leaving;
    private static WireMockServer staying;

    public static class ThirdOfThree extends AuthServerResource {
        @Override
        protected Map<String, String> settings(WireMockServer server) {
            leaving = new WireMockServer(WireMockConfiguration.options().dynamicPort());
            leaving.start();
            leaving.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503).withHeader(Headers.LEAVING, "true")));
            staying = server;
            Map<String, String> settings = new HashMap<>(super.settings(server));
            settings.put(
                    "quarkus.stork.auth-service.service-discovery.address-list",
                    "localhost:1,localhost:" + leaving.port() + ",localhost:" + server.port());
            // The bad ones have the first turns.
            settings.put("quarkus.stork.auth-service.load-balancer.choice", "round-robin");
            return settings;
        }

        @Override
        public void stop() {
            leaving.stop();
            super.stop();
        }
    }

    @Test
    void aTokenIsCalledNeitherGoodNorBadUntilAnInstanceGivesKeys() {
        StubMapping failing =
                staying.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));

        callerIsAskedFor()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo(ProblemType.UNAVAILABLE.uri().toString()));

        staying.removeStub(failing);

        callerIsAskedFor().statusCode(200);
        leaving.verify(1, getRequestedFor(anyUrl()));
    }

    private static ValidatableResponse callerIsAskedFor() {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.SEARCH))
                .get("/echo/caller")
                .then();
    }
}
