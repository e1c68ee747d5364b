package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.testing.ObservedLimit;
import io.frontdesk.testing.ObservedLimit.Offered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two gateways, one limit per minute of the free plan, and ten times as much offered, many at once: no stretch of a minute holds more
 * than the limit, and nobody is refused before it is reached. {@code -Dfrontdesk.windows} chooses for how many minutes, and that Redis
 * is restarted and emptied in the middle as well.
 */
@ExtendWith(SuiteExtension.class)
class LimitsTest {
    private static final String WINDOWS = "frontdesk.windows";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final ObservedLimit OBSERVED = new ObservedLimit(WINDOW, WINDOW.plusSeconds(1));

    private static final int LIMIT = 60;
    private static final int OFFERED = 10 * LIMIT;
    private static final int AT_ONCE = 40;
    private static final int GATEWAYS = 2;
    private static final int REFUSED = 429;

    /** Not where a window is about to be free again: what Redis is told anew fills another. */
    private static final Duration UNTIL_DISTURBED = WINDOW.plusSeconds(16);

    /** Until all gateways have told Redis what they know: {@code frontdesk.admission.gateways.settling}, and some heartbeats. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Suite suite;
    private final Tenant tenant;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile long disturbed = Long.MAX_VALUE;
    private volatile long recovered = Long.MAX_VALUE;

    LimitsTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Limited " + Ids.next(), "free");
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void oneLimitHoldsOverTwoGateways() throws Exception {
        List<Offered> offered = new ArrayList<>();
        while (offered.size() < OFFERED) {
            offered.addAll(askAtOnce());
        }

        print("at once", offered);
        holds(offered);
    }

    @Test
    @EnabledIfSystemProperty(named = WINDOWS, matches = "\\d+")
    void oneLimitHoldsMinuteForMinute() throws Exception {
        var offered = offer(minutes());

        print("undisturbed", offered);
        holds(offered);
    }

    @Test
    @EnabledIfSystemProperty(named = WINDOWS, matches = "\\d+")
    void oneLimitHoldsWhileRedisIsRestartedAndEmptied() throws Exception {
        var restart = Thread.ofVirtual().start(this::restartRedisEmptied);
        // A minute before, one for what Redis is told anew, and one after.
        var offered = offer(Math.max(3, minutes()));
        restart.join();

        print("Redis restarted and emptied", offered);
        holds(offered);
        assertThat(offered.stream().filter(Offered::admitted).filter(one -> one.sent() > recovered))
                .extracting(Offered::gateway)
                .contains(1, 2);
        // The auth-service has told Redis again how tenants stand.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> tenant.via(1).get("/v1/auth/me").then().statusCode(200));
    }

    private static long minutes() {
        return Long.getLong(WINDOWS, 1);
    }

    private void holds(List<Offered> offered) {
        assertThat(OBSERVED.busiest(offered)).isLessThanOrEqualTo(LIMIT);
        assertThat(OBSERVED.emptiest(offered, disturbed, recovered)).isGreaterThanOrEqualTo(LIMIT);
    }

    /** Offers ten times the limit, many at once and then nothing for a while. */
    private List<Offered> offer(long minutes) throws Exception {
        List<Offered> offered = new ArrayList<>();
        long began = System.nanoTime();
        while (offered.size() < minutes * OFFERED) {
            long due = began + offered.size() * WINDOW.toNanos() / OFFERED;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            offered.addAll(askAtOnce());
        }
        return offered;
    }

    /** By both gateways. */
    private List<Offered> askAtOnce() throws Exception {
        List<Offered> offered = new ArrayList<>();
        List<Callable<Offered>> requests = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> (Callable<Offered>) () -> ask(n % GATEWAYS + 1))
                .toList();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var asked : callers.invokeAll(requests)) {
                offered.add(asked.get());
            }
        }
        return offered;
    }

    private Offered ask(int gateway) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.gatewayUrl(gateway) + "/v1/documents"))
                .header("Authorization", "Bearer " + tenant.apiKey())
                .build();
        long sent = System.nanoTime();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
        assertThat(response.statusCode()).isIn(200, REFUSED);
        return new Offered(gateway, response.statusCode() == 200, sent, System.nanoTime());
    }

    /** This suite's Redis keeps nothing, so that it is empty when it is back. */
    private void restartRedisEmptied() {
        var workspace = SuiteExtension.workspace();
        try {
            Thread.sleep(UNTIL_DISTURBED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before Redis was restarted", e);
        }
        disturbed = System.nanoTime();
        Infrastructure.kill(workspace, "redis");
        Infrastructure.start(workspace, Map.of(), Durability.NONE, Progress.to(System.err));
        recovered = System.nanoTime() + SETTLING.toNanos();
    }

    private void print(String name, List<Offered> offered) {
        System.out.printf(
                "limits: %s: %d offered to two gateways, %d at once, limit %d per minute, %d admitted, at most %d in any minute, none refused after fewer than %d%n",
                name,
                offered.size(),
                AT_ONCE,
                LIMIT,
                offered.stream().filter(Offered::admitted).count(),
                OBSERVED.busiest(offered),
                OBSERVED.emptiest(offered, disturbed, recovered));
    }
}
