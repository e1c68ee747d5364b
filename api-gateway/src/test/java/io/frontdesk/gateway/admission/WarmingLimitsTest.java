package io.frontdesk.gateway.admission;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.exact.Kept;
import io.frontdesk.gateway.identity.KnownCaller;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that are asked before customers do go round no limit: three answers in a minute are three, however they are asked for. */
@QuarkusTest
@WithTestResource(LimitsTest.SmallPlans.class)
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class WarmingLimitsTest extends GatewayTest {
    private static final int QUESTIONS = 20;

    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    @Inject
    Presence presence;

    @BeforeEach
    void limitsAreEnforcedTogether() {
        await().atMost(30, SECONDS).until(presence::isComplete);
    }

    @Test
    void noMoreAreAskedThanTheCallerMayAsk() {
        var caller = caller("small");
        var warmed = Warmed.with(QUESTIONS, generation);

        JsonPath report = warmed.by(caller).then().statusCode(200).extract().jsonPath();

        assertThat(warmed.asked()).hasSize(3);
        assertThat(report.getLong("answered")).isEqualTo(3);
        assertThat(report.getLong("failed")).isZero();
        assertThat(report.getList("refused", String.class)).hasSize(QUESTIONS - 3);
        assertThat(Stream.concat(warmed.asked().stream(), report.getList("refused", String.class).stream()))
                .containsExactlyInAnyOrderElementsOf(warmed.questions());
        assertThat(report.getLong("retry_after")).isBetween(1L, 61L);
        answer(caller).then().statusCode(429);
    }

    @Test
    void answersThatWereAskedForOtherwiseLeaveLess() {
        var caller = caller("small");
        var warmed = Warmed.with(QUESTIONS, generation);
        answer(caller).then().statusCode(200);
        answer(caller).then().statusCode(200);

        warmed.by(caller).then().statusCode(200).body("answered", is(1)).body("refused", hasSize(QUESTIONS - 1));
    }

    @Test
    void thoseOfAllCallersOfATenantAreCountedTogether() {
        var one = caller("small");
        var other = one.colleague("user:2");
        other.isGranted("t", "small", Map.of());
        var warmed = Warmed.with(QUESTIONS, generation);
        warmed.by(one).then().statusCode(200).body("answered", is(3));

        warmed.by(other).then().statusCode(200).body("answered", is(2));

        assertThat(warmed.asked()).hasSize(5);
    }

    @Test
    void oneThatIsKnownCountsAsAHitDoes() {
        var caller = caller("small");
        var warmed = Warmed.with(QUESTIONS, generation);
        var kept = new TestCaller(caller.tenant(), caller.credential(), "Bearer t");
        Kept.tell(state, kept);
        warmed.questions().forEach(question -> Kept.keep(cache, kept, question, List.of("staff")));

        warmed.by(caller)
                .then()
                .statusCode(200)
                .body("known", is(3))
                .body("answered", is(0))
                .body("refused", hasSize(QUESTIONS - 3));

        assertThat(warmed.asked()).isEmpty();
    }

    @Test
    void whoHasRoomForAllIsToldOfNoRefusal() {
        Warmed.with(QUESTIONS, generation)
                .by(caller("unheard-of"))
                .then()
                .statusCode(200)
                .body("answered", is(QUESTIONS))
                .body("refused", empty())
                .body("retry_after", nullValue());
    }

    @Test
    void noneIsAskedOnceTheTenantIsSuspended() {
        var caller = caller("unheard-of");
        var warmed = Warmed.with(QUESTIONS, generation, () -> suspend(caller));

        warmed.by(caller).then().statusCode(200).body("refused", empty());

        // As many as are asked at once may be on their way.
        assertThat(warmed.asked()).hasSizeBetween(1, 4);
    }

    private void suspend(KnownCaller caller) {
        state.hash(String.class).hset(TenantState.key(caller.tenant()), TenantState.STATUS, TenantState.SUSPENDED);
    }

    private KnownCaller caller(String plan) {
        var caller = KnownCaller.of(auth);
        caller.isGranted("t", plan, Map.of());
        return caller;
    }

    private static Response answer(KnownCaller caller) {
        return given().header("X-Api-Key", caller.credential())
                .contentType("application/json")
                .body("{\"question\": \"Another?\"}")
                .post("/v1/answers");
    }
}
