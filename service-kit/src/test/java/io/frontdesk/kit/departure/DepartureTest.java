package io.frontdesk.kit.departure;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.testing.AuthServerResource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In an application of its own, which it leaves closed. */
@QuarkusTest
@WithTestResource(AuthServerResource.class)
@TestProfile(DepartureTest.OfItsOwn.class)
class DepartureTest {
    public static class OfItsOwn implements QuarkusTestProfile {}

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Departure departure;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    SlowResource slow;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/ready", management = true)
    String readiness;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endWhatRuns() {
        slow.end();
        threads.close();
    }

    @Test
    void saysSoFirstThenRefusesWhatIsNewAndWaitsForWhatRuns() throws Exception {
        given().get(readiness).then().statusCode(200);
        given().get("/slow/done").then().statusCode(200).header(Headers.LEAVING, nullValue());

        departure.leave();

        given().get(readiness).then().statusCode(503);
        given().get("/slow/done")
                .then()
                .statusCode(200)
                .header(Headers.LEAVING, "true")
                .header("Connection", "close");

        var running = CompletableFuture.supplyAsync(() -> given().get("/slow"), threads);
        slow.arrived().get(30, SECONDS);
        var departing = CompletableFuture.runAsync(() -> departure.depart(new ShutdownDelayInitiatedEvent()), threads);

        await().atMost(30, SECONDS).untilAsserted(() -> given().get("/slow/done")
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header(Headers.LEAVING, "true")
                .header(Headers.REQUEST_ID, notNullValue())
                .body("type", equalTo("/problems/unavailable")));
        assertThat(departing).isNotDone();

        slow.end();

        departing.get(30, SECONDS);
        assertThat(running.get(30, SECONDS)).extracting(Response::statusCode).isEqualTo(200);
    }
}
