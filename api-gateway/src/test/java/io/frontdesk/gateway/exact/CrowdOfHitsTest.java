package io.frontdesk.gateway.exact;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.Crowd;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.identity.RedisProxy;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A crowd whose answers are all at hand, and which does not stop asking while the state Redis cannot tell so: few of its questions are
 * answered anew, and it is served as before as soon as Redis answers again. Everything shares one machine: while as much is answered
 * anew as that can do, Redis is not in time.
 */
@QuarkusTest
@WithTestResource(RedisProxy.class)
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class CrowdOfHitsTest extends GatewayTest {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final int EVERY_MILLIS = 20;
    private static final int ANSWER_MILLIS = 1_000;
    private static final int TOO_MUCH = 30;
    private static final int OUTAGE_SECONDS = 3;

    private final Crowd crowd = new Crowd();
    private final AtomicInteger generated = new AtomicInteger();
    private long asking;
    private int underWay;
    private boolean outage;
    private boolean stalled;
    private TestCaller caller;

    RedisProxy proxy;

    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    @TestHTTPResource("/v1/answers")
    URI answersPath;

    @BeforeEach
    void answersAreAtHand() {
        caller = caller(Scope.CHAT);
        Kept.tell(state, caller);
        Kept.keep(cache, caller, QUESTION);
        generation.plays(this::answerAnew);
        asking = crowd.vertx()
                .setPeriodic(EVERY_MILLIS, tick -> crowd.post(answersPath, caller.key(), Map.of("question", QUESTION)));
        await().atMost(30, SECONDS).until(this::isServedAsBefore);
    }

    @AfterEach
    void theyGoHome() throws Exception {
        crowd.vertx().cancelTimer(asking);
        crowd.close();
        proxy.becomes(RedisProxy.Mode.PASSES);
    }

    @Test
    void aCrowdThatCannotBeToldItsAnswersIsMostlyRefusedAndServedAgainSoonAfter() {
        long began = System.nanoTime();
        int before = generated.get();
        outage(true);
        crowd.vertx().setTimer(OUTAGE_SECONDS * 1_000L, over -> outage(false));
        await().atMost(30, SECONDS).until(() -> !isOut());

        await().atMost(30, SECONDS).until(this::isServedAsBefore);

        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(generated.get() - before).isBetween(1, (int) (10 * seconds) + 10);
        assertThat(answers())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 503))
                .filteredOn(answer -> answer.statusCode() == 503)
                .hasSizeGreaterThan(OUTAGE_SECONDS * 1_000 / EVERY_MILLIS / 3)
                .allSatisfy(
                        answer -> assertThat(answer.getHeader("Retry-After")).isNotNull());
    }

    private List<HttpClientResponse> answers() {
        return List.copyOf(crowd.answers());
    }

    /** The last fifty. */
    private boolean isServedAsBefore() {
        List<HttpClientResponse> all = answers();
        return all.size() >= 50
                && all.subList(all.size() - 50, all.size()).stream()
                        .allMatch(answer -> answer.getHeader("Age") != null);
    }

    private void answerAnew(HttpServerRequest request) {
        generated.incrementAndGet();
        works(1);
        crowd.vertx().setTimer(ANSWER_MILLIS, done -> {
            works(-1);
            Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew.")));
        });
    }

    private synchronized void works(int more) {
        underWay += more;
        weigh();
    }

    private synchronized void outage(boolean now) {
        outage = now;
        weigh();
    }

    private synchronized boolean isOut() {
        return outage;
    }

    private void weigh() {
        boolean now = outage || underWay >= TOO_MUCH;
        if (now != stalled) {
            stalled = now;
            proxy.becomes(now ? RedisProxy.Mode.STALLS : RedisProxy.Mode.PASSES);
        }
    }
}
