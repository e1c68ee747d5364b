package io.frontdesk.generation.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void notesStepsInOrderWithTheTimeSinceTheQuestionCame() {
        var steps = new Steps(nanos::get);

        nanos.addAndGet(1_000_000);
        steps.note("search", Map.of("passages", 3));
        nanos.addAndGet(500_000);
        steps.note("evidence", Map.of("usable", 1));

        assertThat(steps.done())
                .isEqualTo(List.of(
                        new Step("search", Duration.ofNanos(1_000_000), Map.of("passages", 3)),
                        new Step("evidence", Duration.ofNanos(1_500_000), Map.of("usable", 1))));
    }
}
