package io.frontdesk.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final int SAVED = 10;

    private final AtomicLong nanos = new AtomicLong();
    private final RetryBudget budget = new RetryBudget(0.2, 1, SAVED, nanos::get);

    @Test
    void whereEveryRequestFailsOneInFiveIsTriedAgain() {
        assertThat(retriesOf(1_000)).isBetween(200L + SAVED - 1, 200L + SAVED);
    }

    @Test
    void ofFewRequestsOneASecondCanBeTriedAgain() {
        retriesOf(100);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(IntStream.range(0, 10).filter(n -> budget.retry())).hasSizeBetween(2, 3);
    }

    @Test
    void keepsWhatIsNotUsedUpToALimit() {
        IntStream.range(0, 1_000).forEach(n -> budget.request());
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(IntStream.range(0, 1_000).filter(n -> budget.retry())).hasSize(SAVED);
    }

    private long retriesOf(int failing) {
        return IntStream.range(0, failing)
                .filter(n -> {
                    budget.request();
                    return budget.retry();
                })
                .count();
    }
}
