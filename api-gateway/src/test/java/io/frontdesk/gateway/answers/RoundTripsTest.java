package io.frontdesk.gateway.answers;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.exact.Kept;
import io.frontdesk.testing.RedisMonitor;
import io.frontdesk.testing.RedisMonitor.Asked;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the gateway's part of a question takes of the budget of round trips. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class RoundTripsTest extends GatewayTest {
    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    @Test
    void aQuestionTakesOneOfRedisAndOneOfGeneration() {
        var generated = new AtomicInteger();
        generation.plays(request -> {
            generated.incrementAndGet();
            Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Yes.")));
        });
        TestCaller caller = caller(Scope.CHAT);
        // What the key stands for is asked of the auth-service once.
        ask(caller);
        generated.set(0);
        auth.resetRequests();

        try (var redis = RedisMonitor.begin()) {
            ask(caller);

            // An echo goes with the question after it, in one batch.
            List<String> trips = redis.asked().stream()
                    .filter(one -> one.names(caller.tenant()))
                    .map(Asked::command)
                    .filter(command -> !command.equalsIgnoreCase("echo"))
                    .toList();
            System.out.printf("round trips, gateway: Redis %s, generation %d%n", trips, generated.get());
            assertThat(trips).hasSize(1);
            assertThat(generated).hasValue(1);
            auth.verify(0, postRequestedFor(urlEqualTo("/internal/v1/token-exchange")));
        }
    }

    @Test
    void anAnswerThatIsGivenAgainTakesOneOfRedisAndALookWhereItIsNotInMemory() {
        generation.plays(request -> Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Yes."))));
        TestCaller caller = caller(Scope.CHAT);
        Kept.tell(state, caller);
        // So that Redis knows the scripts.
        ask(caller);
        Kept.keep(cache, caller, "How long?");

        assertThat(tripsOfAHit(caller)).hasSize(2);
        assertThat(tripsOfAHit(caller)).hasSize(1);
    }

    /** Without what goes to generation afterwards, which nobody waits for; it may come with a later one. */
    private List<String> tripsOfAHit(TestCaller caller) {
        generation.plays(request -> request.response().setStatusCode(500).end());
        try (var redis = RedisMonitor.begin()) {
            ask(caller);
            return redis.asked().stream()
                    .filter(one -> one.names(caller.tenant()))
                    .map(Asked::command)
                    .filter(command -> !command.equalsIgnoreCase("xadd"))
                    .toList();
        }
    }

    private static void ask(TestCaller caller) {
        caller.calls()
                .contentType("application/json")
                .body("{\"question\": \"How long?\"}")
                .post("/v1/answers")
                .then()
                .statusCode(200);
    }
}
