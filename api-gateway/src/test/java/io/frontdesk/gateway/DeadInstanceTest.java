package io.frontdesk.gateway;

import static io.restassured.RestAssured.given;

import io.frontdesk.testing.Peer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two instances of the auth-service is gone: nobody notices. */
@QuarkusTest
@WithTestResource(
        value = DeadInstanceTest.OneOfTwo.class,
        initArgs = @ResourceArg(name = "service", value = "surviving"))
class DeadInstanceTest extends GatewayTest {
    /** Stands in for the auth-service, beside an address at which nobody listens. */
    public static class OneOfTwo extends ScriptedPeer {
        @Override
        public Map<String, String> start() {
            String address = super.start().get("SURVIVING_MANAGEMENT");
            return Map.of("quarkus.stork.auth-service.service-discovery.address-list", "localhost:1," + address);
        }
    }

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("surviving")
    ScriptedPeer surviving;

    @BeforeEach
    void theOneThatIsLeftRefuses() {
        surviving.plays(request -> request.response().setStatusCode(401).end());
    }

    @Test
    void credentialsAreCheckedByTheOneThatIsLeft() {
        for (int n = 0; n < 30; n++) {
            given().header("X-Api-Key", "fd_unknown_" + n)
                    .get("/v1/documents")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void whatIsPassedOnGoesToTheOneThatIsLeftAlsoWhereItMayNotBeSaidTwice() {
        for (int n = 0; n < 30; n++) {
            given().formParam("grant_type", "refresh_token")
                    .formParam("refresh_token", "unknown-" + n)
                    .post("/v1/auth/token")
                    .then()
                    .statusCode(401);
        }
    }
}
