package io.frontdesk.gateway.admission;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.identity.KnownCaller;
import io.frontdesk.gateway.identity.RedisProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where no limit can be asked for, questions are asked within this gateway's share, as all else. */
@QuarkusTest
@WithTestResource(LimitsTest.SmallPlans.class)
@WithTestResource(RedisProxy.class)
class WarmingOutageTest extends GatewayTest {
    private static final int QUESTIONS = 20;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    RedisProxy proxy;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Presence presence;

    @BeforeEach
    void theShareIsAllOfIt() {
        await().atMost(30, SECONDS).until(() -> presence.isComplete() && presence.gateways() == 1);
    }

    @AfterEach
    void redisIsBack() {
        proxy.becomes(RedisProxy.Mode.PASSES);
    }

    @Test
    void noMoreAreAskedThanTheShare() {
        var caller = KnownCaller.of(auth);
        caller.isGranted("t", "small", Map.of());
        var warmed = Warmed.with(QUESTIONS, generation);
        proxy.becomes(RedisProxy.Mode.DEAD);

        var first = warmed.by(caller).then().statusCode(200).extract().jsonPath();
        var second = warmed.by(caller).then().statusCode(200).extract().jsonPath();

        assertThat(warmed.asked()).hasSize(3);
        assertThat(first.getLong("answered") + second.getLong("answered"))
                .isEqualTo(warmed.asked().size());
        assertThat(second.getList("refused")).hasSize(QUESTIONS);
    }
}
