package io.frontdesk.generation.analytics;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.records.RecordsOf;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class AnalyticsTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = NINE.plus(1, ChronoUnit.HOURS);

    @Inject
    Recorder recorder;

    @Inject
    Owner owner;

    private final RecordsOf ann = new RecordsOf(tenant, "visitor:ann");
    private final RecordsOf bob = new RecordsOf(tenant, "visitor:bob");

    @Test
    void addsUpWhatWasAskedInAPeriod() {
        keep(
                ann.answered("Can I return a laptop?", NINE.plusSeconds(1), Duration.ofMillis(100)),
                ann.answered(
                        "May I give a laptop back?", NINE.plusSeconds(2), Duration.ofMillis(10), Answer.Cache.SEMANTIC),
                bob.refused("Do you sell cars?", TEN.minusSeconds(1)),
                bob.answered("Can I return a phone?", TEN, Duration.ofMillis(2_000)),
                ann.answered("Too early?", NINE.minusSeconds(1), Duration.ofMillis(100)),
                ann.answered("Too late?", TEN.plus(1, ChronoUnit.HOURS), Duration.ofMillis(100)));

        get(tenant, "2026-03-01T09:30:00Z", "2026-03-01T10:59:59+00:00")
                .statusCode(200)
                .body("from", equalTo("2026-03-01T09:00:00Z"))
                .body("to", equalTo("2026-03-01T11:00:00Z"))
                .body("questions", equalTo(4))
                .body("customers", equalTo(2))
                .body("outcomes.answered", equalTo(3))
                .body("outcomes.refused", equalTo(1))
                .body("cache.semantic", equalTo(1))
                .body("cache.rate", equalTo(0.25f))
                .body("by_hour.hour", contains("2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z"))
                .body("by_hour.questions", contains(3, 1))
                .body("topics[0].topic", equalTo(Passages.RETURNS.title()))
                .body("topics[0].questions", equalTo(3))
                .body("latency.total.p50_ms", equalTo(20))
                .body("latency.total.p95_ms", allOf(greaterThan(1_900), lessThan(2_100)))
                .body("latency.first_word.p95_ms", allOf(greaterThan(950), lessThan(1_050)));
        get(Ids.next(), NINE.toString(), TEN.toString())
                .statusCode(200)
                .body("questions", equalTo(0))
                .body("latency.total.p50_ms", nullValue())
                .body("topics", empty());
    }

    @Test
    void tellsTheSameForAWhile() {
        keep(ann.answered("Can I return a laptop?", NINE, Duration.ofMillis(100)));
        get(tenant, NINE.toString(), TEN.toString()).body("questions", equalTo(1));

        keep(ann.answered("Can I return a phone?", NINE, Duration.ofMillis(100)));

        get(tenant, NINE.toString(), TEN.toString()).body("questions", equalTo(1));
        get(tenant, NINE.toString(), TEN.plusSeconds(1).toString()).body("questions", equalTo(2));
    }

    @Test
    void tellsOfTheLastSevenDaysWhereNothingElseIsAskedFor() {
        keep(ann.answered("Can I return a laptop?", Instant.now().minus(1, ChronoUnit.DAYS), Duration.ofMillis(100)));

        as(tenant, Scope.ANALYTICS)
                .get("/internal/v1/analytics")
                .then()
                .statusCode(200)
                .body("questions", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-03-01T10:00:00Z, from",
        "2026-03-01T09:00:00Z, 1, to",
        "2026-03-01T09:00:00Z, 2026-03-01T08:00:00Z, from",
        "2025-03-01T09:00:00Z, 2026-03-01T08:00:00Z, from",
        "+999999999-12-31T23:59:59Z, 2026-03-01T08:00:00Z, from",
        "-999999999-01-01T00:00:00Z, 2026-03-01T08:00:00Z, from",
    })
    void refusesWhatIsNoPeriod(String from, String to, String field) {
        get(tenant, from, to)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo(field));
    }

    @Test
    void isForAnalystsOnly() {
        as(tenant, Scope.CHAT).get("/internal/v1/analytics").then().statusCode(403);
    }

    private void keep(FinishedAnswer... answers) {
        int before = answers();
        for (FinishedAnswer answer : answers) {
            recorder.keep(answer).await().atMost(PATIENCE);
        }
        await().atMost(PATIENCE).until(() -> answers() == before + answers.length);
    }

    private int answers() {
        return owner.strings("select id from answer where tenant_id = ?", tenant)
                .size();
    }

    private static ValidatableResponse get(UUID of, String from, String to) {
        return as(of, Scope.ANALYTICS)
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/internal/v1/analytics")
                .then();
    }

    private static RequestSpecification as(UUID of, Scope scope) {
        return given().header("Authorization", TestTokens.bearer(of, scope));
    }
}
