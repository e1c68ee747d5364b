package io.frontdesk.kit.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.testing.AuthServerResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AuthServerResource.class)
class DeadlinesTest {
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    TimedResource timed;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @Test
    void aRequestHasTheTimeThatItBrings() {
        long left = Long.parseLong(asked("60000", "/timed").asString());

        assertThat(left).isBetween(1L, 60_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-1", "99999999999999999999"})
    void whatIsNoTimeIsNoDeadline(String told) {
        asked(told, "/timed").then().statusCode(200).body(equalTo("-1"));
    }

    @Test
    void theDeadlineOfOneRequestIsNotTheNextOnes() {
        asked("60000", "/timed").then().statusCode(200);

        given().get("/timed").then().statusCode(200).body(equalTo("-1"));
    }

    /** What is left of one millisecond is less than one. */
    @Test
    void aRequestWhoseTimeIsOverIsNotBegun() {
        int before = timed.begun();
        double counted = counted("not_begun");

        isTooLate(asked("1", "/timed/endless"));

        assertThat(timed.begun()).isEqualTo(before);
        assertThat(counted("not_begun") - counted).isEqualTo(1);
    }

    @Test
    void workIsGivenUpWhenTheTimeIsOver() {
        int before = timed.begun();
        double counted = counted("given_up");

        isTooLate(asked("500", "/timed/endless"));

        assertThat(timed.begun()).isEqualTo(before + 1);
        assertThat(counted("given_up") - counted).isEqualTo(1);
    }

    private static Response asked(String left, String path) {
        return given().header(Headers.TIME_LEFT, left).get(path);
    }

    private static void isTooLate(Response response) {
        response.then()
                .statusCode(504)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/deadline-passed"))
                .body("status", equalTo(504));
    }

    private double counted(String work) {
        var counter =
                metrics.find("frontdesk_deadlines_passed").tag("work", work).counter();
        return counter == null ? 0 : counter.count();
    }
}
