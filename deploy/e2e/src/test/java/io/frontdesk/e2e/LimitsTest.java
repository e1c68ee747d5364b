package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two gateways, one limit per minute of the free plan, and ten times as much offered: no stretch of a minute holds more than the limit.
 * {@code -Dfrontdesk.windows} chooses for how many minutes, and that Redis is restarted and emptied in the middle as well.
 */
@ExtendWith(SuiteExtension.class)
class LimitsTest {
    private static final String WINDOWS = "frontdesk.windows";
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LIMIT = 60;
    private static final int OFFERED = 10 * LIMIT;
    private static final int REFUSED = 429;

    private final Suite suite;
    private final Tenant tenant;
    private final HttpClient http = HttpClient.newHttpClient();
    private long offered;

    /** An admitted request, and between when it was decided over. */
    private record Admitted(long sent, long answered) {}

    LimitsTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Limited " + Ids.next(), "free");
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void oneLimitHoldsOverTwoGateways() {
        List<Admitted> admitted = new ArrayList<>();
        while (offered < OFFERED) {
            ask(admitted);
        }

        print("at once", admitted);
        assertThat(busiest(admitted)).isLessThanOrEqualTo(LIMIT);
        assertThat(admitted).hasSizeGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    @EnabledIfSystemProperty(named = WINDOWS, matches = "\\d+")
    void oneLimitHoldsMinuteForMinute() {
        var admitted = offer(second -> {});

        print("undisturbed", admitted);
        assertThat(busiest(admitted)).isLessThanOrEqualTo(LIMIT);
        assertThat(admitted).hasSizeGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    @EnabledIfSystemProperty(named = WINDOWS, matches = "\\d+")
    void oneLimitHoldsWhileRedisIsRestartedAndEmptied() {
        // Not where a window is about to be free again: what Redis is told anew fills another.
        int middle = (int) (minutes() / 2 * WINDOW.toSeconds() + WINDOW.toSeconds() / 2);
        var admitted = offer(second -> {
            if (second == middle) {
                restartRedisEmptied();
            }
        });

        print("Redis restarted and emptied", admitted);
        assertThat(busiest(admitted)).isLessThanOrEqualTo(LIMIT);
        assertThat(admitted).hasSizeGreaterThanOrEqualTo(LIMIT);
        // The auth-service has told Redis again how tenants stand.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> tenant.via(1).get("/v1/auth/me").then().statusCode(200));
    }

    private static long minutes() {
        return Long.getLong(WINDOWS, 1);
    }

    /** Offers ten times the limit evenly; every second something may happen. */
    private List<Admitted> offer(IntConsumer everySecond) {
        List<Admitted> admitted = new ArrayList<>();
        var clock = Thread.ofVirtual().start(() -> {
            try {
                for (int second = 1; second < minutes() * WINDOW.toSeconds(); second++) {
                    Thread.sleep(Duration.ofSeconds(1));
                    everySecond.accept(second);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long began = System.nanoTime();
        for (long now = 0; now < minutes() * WINDOW.toNanos(); now = System.nanoTime() - began) {
            if (now >= offered * WINDOW.toNanos() / OFFERED) {
                ask(admitted);
            } else {
                pause();
            }
        }
        clock.interrupt();
        return admitted;
    }

    /** By both gateways in turn. */
    private void ask(List<Admitted> admitted) {
        long sent = System.nanoTime();
        int status = get((int) (offered++ % 2) + 1);
        if (status == 200) {
            admitted.add(new Admitted(sent, System.nanoTime()));
        } else {
            assertThat(status).isEqualTo(REFUSED);
        }
    }

    private int get(int gateway) {
        var request = HttpRequest.newBuilder(URI.create(suite.gatewayUrl(gateway) + "/v1/documents"))
                .header("Authorization", "Bearer " + tenant.apiKey())
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** This suite's Redis keeps nothing, so that it is empty when it is back. */
    private static void restartRedisEmptied() {
        var workspace = SuiteExtension.workspace();
        Infrastructure.kill(workspace, "redis");
        Infrastructure.start(workspace, Map.of(), Durability.NONE, Progress.to(System.err));
    }

    /** The most that were certainly decided over within one minute. */
    private static long busiest(List<Admitted> admitted) {
        return admitted.stream()
                .mapToLong(first -> admitted.stream()
                        .filter(one -> one.sent >= first.sent && one.answered <= first.sent + WINDOW.toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    private void print(String name, List<Admitted> admitted) {
        System.out.printf(
                "limits: %s: %d offered to two gateways, limit %d per minute, %d admitted, at most %d in any minute%n",
                name, offered, LIMIT, admitted.size(), busiest(admitted));
    }
}
