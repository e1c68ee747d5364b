package io.frontdesk.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Known callers are served while the state Redis is slow or gone, and what was revoked holds as soon as it is back. */
@QuarkusTest
@WithTestResource(RedisProxy.class)
class StateOutageTest extends GatewayTest {
    private static final int REQUESTS = 120;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    RedisProxy proxy;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private KnownCaller caller;

    @BeforeEach
    void someoneIsKnown() {
        retrieval.stubFor(post("/internal/v1/search")
                .willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)));
        caller = KnownCaller.of(auth);
        caller.isGranted("first", "free", Map.of("key:1", 0L));
        search().then().statusCode(200);
    }

    @AfterEach
    void redisIsBack() {
        proxy.becomes(RedisProxy.Mode.PASSES);
    }

    @ParameterizedTest
    @EnumSource(
            value = RedisProxy.Mode.class,
            names = {"STALLS", "DEAD"})
    void servesKnownCallersAndSoonStopsAsking(RedisProxy.Mode outage) {
        double unasked = unknown("unasked");
        double unanswered = unknown("unanswered");

        proxy.becomes(outage);

        for (int i = 0; i < REQUESTS; i++) {
            search().then().statusCode(200);
        }
        assertThat(caller.exchanges()).isEqualTo(1);
        assertThat(unknown("unanswered") - unanswered + unknown("unasked") - unasked)
                .isGreaterThanOrEqualTo(REQUESTS);
        assertThat(unknown("unasked") - unasked).isPositive();
        given().get("/ready").then().statusCode(200);
    }

    @Test
    void knowsAgainWhatIsRevokedOnceRedisIsBack() {
        proxy.becomes(RedisProxy.Mode.STALLS);
        for (int i = 0; i < REQUESTS; i++) {
            search().then().statusCode(200);
        }
        caller.isRefused();

        proxy.becomes(RedisProxy.Mode.PASSES);
        await().atMost(30, SECONDS)
                .ignoreExceptions()
                .until(() -> redis.hash(String.class).hset(caller.state(), "key:1", "1") || isRevoked());

        await().atMost(30, SECONDS).until(() -> search().statusCode() == 401);
    }

    @Test
    void reportsRedisAmongItsDependencies() {
        var operator = caller(Scope.OPERATOR);
        proxy.becomes(RedisProxy.Mode.DEAD);

        operator.calls()
                .get("/health/detailed")
                .then()
                .statusCode(200)
                .body(
                        "instances.find { it.service == 'api-gateway' }.checks.find { it.name == 'State Redis' }.status",
                        is("down"));
    }

    private boolean isRevoked() {
        return "1".equals(redis.hash(String.class).hget(TenantState.key(caller.tenant()), "key:1"));
    }

    private double unknown(String reason) {
        return metrics.get("frontdesk_tenant_state_unknown")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private Response search() {
        return given().header("X-Api-Key", caller.credential())
                .contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }
}
