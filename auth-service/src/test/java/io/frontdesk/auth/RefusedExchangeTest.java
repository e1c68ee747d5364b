package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see of credentials that are refused, and callers do not. */
@QuarkusTest
class RefusedExchangeTest extends ServiceTest {
    @Inject
    MeterRegistry metrics;

    @Inject
    Owner owner;

    @Test
    void countsKeysThatDoNotCount() {
        double before = refused("key");

        exchange("fd_nobody_" + "0".repeat(43)).statusCode(401);

        assertThat(refused("key")).isEqualTo(before + 1);
    }

    @Test
    void countsTokensThatAreNotOurs() {
        double before = refused("invalid_token");

        exchange("e30.e30.e30").statusCode(401);

        assertThat(refused("invalid_token")).isEqualTo(before + 1);
    }

    @Test
    void countsTokensOfWhoIsNoMore() throws SQLException {
        UUID tenant = newTenant();
        String access = login(newUser(tenant, "owner"), PASSWORD).extract().path("access_token");
        double before = refused("ended_token");
        owner.update("update tenants set status = 'suspended' where id = ?::uuid", tenant.toString());

        exchange(access).statusCode(401);

        assertThat(refused("ended_token")).isEqualTo(before + 1);
    }

    @Test
    void countsWhatCannotEvenBeRead() {
        double before = refused("unreadable");

        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/internal/v1/token-exchange")
                .then()
                .statusCode(401);

        assertThat(refused("unreadable")).isEqualTo(before + 1);
    }

    @Test
    void countsNothingOfWhatIsAccepted() {
        double before = metrics.find("frontdesk.exchanges.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();

        exchange(newKey(newTenant(), "chat").getString("key")).statusCode(200);

        assertThat(metrics.find("frontdesk.exchanges.refused").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum())
                .isEqualTo(before);
    }

    private double refused(String reason) {
        return metrics.counter("frontdesk.exchanges.refused", "reason", reason).count();
    }
}
