package io.frontdesk.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.limit.SettableLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitsTest {
    private static final Duration USUAL = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(400);

    private record Bounds(int initial, int least, int most, double queuedShare) implements UpstreamConfig.Limit {}

    private final Limit limit = ConcurrencyLimits.algorithm(new Bounds(100, 50, 200, 0.8));
    private final PriorityLimiter limiter = new PriorityLimiter(new SettableLimit(10), 0.8);
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ConcurrencyLimits limits = new ConcurrencyLimits(
            new SmallRyeConfigBuilder()
                    .withMapping(UpstreamConfig.class)
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .build()
                    .getConfigMapping(UpstreamConfig.class),
            metrics);
    private long now;

    @Test
    void fewerCallsAreMadeToAServiceThatSlowsDownAndMoreWhenItIsWellAgain() {
        serves(Duration.ofSeconds(30), USUAL);
        assertThat(limit.getLimit()).isEqualTo(200);

        serves(Duration.ofMinutes(1), SLOW);
        assertThat(limit.getLimit()).isEqualTo(50);

        serves(Duration.ofMinutes(1), USUAL);
        assertThat(limit.getLimit()).isEqualTo(200);
    }

    @Test
    void aServiceThatIsHardlyCalledKeepsItsLimit() {
        IntStream.range(0, 2_000).forEach(n -> reply(USUAL, 1));
        IntStream.range(0, 2_000).forEach(n -> reply(SLOW, 1));

        assertThat(limit.getLimit()).isEqualTo(100);
    }

    /** As many as it may, all the time. */
    private void serves(Duration span, Duration time) {
        long end = now + span.toNanos();
        while (now < end) {
            reply(time, limit.getLimit());
        }
    }

    private void reply(Duration time, int underWay) {
        now += time.toNanos() / underWay;
        limit.onSample(now, time.toNanos(), underWay, false);
    }

    @Test
    void queuedWorkIsRefusedFirst() {
        assertThat(take(Priority.QUEUED, 20)).hasSize(8);
        assertThat(take(Priority.INTERACTIVE, 20)).hasSize(2);
    }

    @Test
    void interactiveCallsLeaveNoRoomForQueuedWork() {
        var interactive = take(Priority.INTERACTIVE, 9);
        assertThat(take(Priority.QUEUED, 1)).isEmpty();

        interactive.getFirst().onSuccess();
        assertThat(take(Priority.QUEUED, 1)).isEmpty();

        interactive.get(1).onIgnore();
        assertThat(take(Priority.QUEUED, 5)).hasSize(1);
    }

    @Test
    void aCallThatNobodyWaitsForLeavesItsPlace() {
        var underWay = metrics.get("frontdesk_upstream_calls")
                .tag("service", "retrieval-service")
                .gauge();

        var call = limits.around(UpstreamService.RETRIEVAL, UpstreamRequest.get("/"), () -> Uni.createFrom()
                        .nothing())
                .subscribe()
                .with(head -> {});

        assertThat(underWay.value()).isEqualTo(1);
        call.cancel();
        assertThat(underWay.value()).isZero();
        assertThat(metrics.get("frontdesk_upstream_limit").gauge().value()).isEqualTo(400);
    }

    private List<Limiter.Listener> take(Priority priority, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(n -> limiter.acquire(priority))
                .flatMap(Optional::stream)
                .toList();
    }
}
