package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What works while the state Redis is away, and what says that it does not. */
@QuarkusTest
@WithTestResource(value = GatedRedisResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class WithoutRedisTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    RedisGate gate;

    @Inject
    MeterRegistry metrics;

    private String key = "";
    private String email = "";
    private JsonPath session = new JsonPath("{}");

    @BeforeEach
    void logInAndShut() {
        UUID tenant = newTenant();
        key = newKey(tenant, "chat").getString("key");
        email = newUser(tenant, "agent");
        session = login(email, PASSWORD).statusCode(200).extract().jsonPath();
        gate.shut();
    }

    @AfterEach
    void open() {
        gate.open();
        await().atMost(PATIENCE).until(() -> login(email, PASSWORD).extract().statusCode() == 200);
    }

    @Test
    void keysAndTokensAreExchanged() {
        exchange(key).statusCode(200);
        exchange(session.getString("access_token")).statusCode(200);
    }

    @Test
    void nobodyLogsInAndNoPasswordIsChecked() {
        long before = metrics.timer("frontdesk.passwords.hashing").count();

        isUnavailable(login(email, PASSWORD));

        assertThat(metrics.timer("frontdesk.passwords.hashing").count()).isEqualTo(before);
    }

    @Test
    void aRefreshTokenStaysGood() {
        isUnavailable(refresh());
        gate.open();

        await().atMost(PATIENCE).until(() -> refresh().extract().statusCode() == 200);
    }

    @Test
    void aLogoutCountsAtOnceThoughGatewaysLearnOfItLater() {
        String internal = token(session.getString("access_token"));

        isUnavailable(post("/auth/logout", internal, Map.of()));

        isProblem(exchange(session.getString("access_token")), 401, "unauthenticated");
        gate.open();
        await().atMost(PATIENCE).until(() -> refresh().extract().statusCode() == 401);
    }

    private ValidatableResponse refresh() {
        return post("/auth/refresh", "", Map.of("refresh_token", session.getString("refresh_token")));
    }

    private static void isUnavailable(ValidatableResponse response) {
        isProblem(response, 503, "unavailable");
        assertThat(response.extract().header("Retry-After")).isNotBlank();
    }
}
