package io.frontdesk.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Headers;
import io.frontdesk.testing.Peer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of two instances of the auth-service is about to stop: nobody notices, and it is left alone. */
@QuarkusTest
@WithTestResource(value = LeavingInstanceTest.Two.class, initArgs = @ResourceArg(name = "service", value = "leaving"))
class LeavingInstanceTest extends GatewayTest {
    private static final int REFUSED_BY_AUTH = 401;
    private static final int NOT_TAKEN = 503;

    /** Stands in for the auth-service, two instances of it. */
    public static class Two extends ScriptedPeer {
        @Override
        public Map<String, String> start() {
            String three = super.start().getOrDefault("LEAVING_INSTANCES", "");
            String two = three.substring(three.indexOf(',') + 1);
            return Map.of("quarkus.stork.auth-service.service-discovery.address-list", two);
        }
    }

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("leaving")
    ScriptedPeer auth;

    private final AtomicInteger leaving = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void theFirstThatIsAskedIsAboutToStop() {
        auth.plays(request -> answer(request, () -> request.response()
                .putHeader(Headers.LEAVING, "true")
                .setStatusCode(NOT_TAKEN)
                .end()));
    }

    private void answer(HttpServerRequest request, Runnable ofTheLeaving) {
        int port = request.localAddress().port();
        leaving.compareAndSet(0, port);
        if (port == leaving.get()) {
            asked.incrementAndGet();
            ofTheLeaving.run();
        } else {
            request.response().setStatusCode(REFUSED_BY_AUTH).end();
        }
    }

    @Test
    void whatItDoesNotTakeGoesToTheOtherAlsoWhereItMayNotBeSaidTwice() {
        ask();
    }

    @Test
    void soDoesWhatItsConnectionWasClosedBefore() {
        auth.plays(request -> answer(request, () -> {
            request.connection().goAway(0, request.streamId() - 1);
            request.connection().close();
        }));

        ask();
    }

    /** As Quarkus does it in its last moments, whatever the version of HTTP. */
    @Test
    void soDoesWhatIsRefusedWithAHeaderThatHttp2DoesNotKnow() {
        auth.plays(request -> answer(request, () -> request.response()
                .putHeader("Connection", "close")
                .setStatusCode(NOT_TAKEN)
                .end()));

        ask();
    }

    private void ask() {
        for (int n = 0; n < 30; n++) {
            given().formParam("grant_type", "refresh_token")
                    .formParam("refresh_token", "unknown-" + n)
                    .post("/v1/auth/token")
                    .then()
                    .statusCode(REFUSED_BY_AUTH);
        }

        assertThat(asked).as("again after a while").hasValueLessThan(10);
    }

    @Test
    void soDoTheCredentialsThatItDoesNotCheck() {
        for (int n = 0; n < 30; n++) {
            given().header("X-Api-Key", "fd_unknown_" + n)
                    .get("/v1/documents")
                    .then()
                    .statusCode(REFUSED_BY_AUTH);
        }

        assertThat(asked).as("again after a while").hasValueLessThan(10);
    }
}
