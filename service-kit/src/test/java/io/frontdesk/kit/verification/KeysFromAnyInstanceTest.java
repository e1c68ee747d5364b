package io.frontdesk.kit.verification;

import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first of the instances of the auth-service is gone, and keys have not been fetched yet. */
@QuarkusTest
@WithTestResource(KeysFromAnyInstanceTest.SecondOfTwo.class)
class KeysFromAnyInstanceTest {
    public static class SecondOfTwo extends AuthServerResource {
        @Override
        protected Map<String, String> settings(WireMockServer server) {
            Map<String, String> settings = new HashMap<>(super.settings(server));
            settings.put(
                    "quarkus.stork.auth-service.service-discovery.address-list",
                    "localhost:1,localhost:" + server.port());
            // The dead one has the first turn.
            settings.put("quarkus.stork.auth-service.load-balancer.choice", "round-robin");
            return settings;
        }
    }

    @Test
    void tokensAreVerifiedWithTheKeysOfTheOneThatIsLeft() {
        given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.SEARCH))
                .get("/echo/caller")
                .then()
                .statusCode(200);
    }
}
