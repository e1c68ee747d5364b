package io.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.load.Driver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Percentiles;
import io.frontdesk.bench.load.Request;
import io.frontdesk.bench.load.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Rounds TWO = new Rounds(2, Duration.ofSeconds(1), Duration.ofSeconds(3));

    /** Remembers its calls; each measurement is faster than the one before. */
    private static class Recording implements Driver {
        private final List<String> calls = new ArrayList<>();

        @Override
        public Measurement drive(Target target, Limit limit) {
            calls.add(target.name() + " " + limit.time().toSeconds() + "s");
            return new Measurement(calls.size(), 0, 1, 1, 1, 1, Percentiles.NONE, "");
        }

        @Override
        public void close() {}
    }

    @Test
    void alternateBetweenTargetsAfterAWarmUpOfEach() {
        var warmer = new Recording();
        var driver = new Recording();

        var series = TWO.run(List.of(target("a"), target("b")), warmer, driver, line -> {});

        assertThat(warmer.calls).containsExactly("a 1s", "b 1s");
        assertThat(driver.calls).containsExactly("a 3s", "b 3s", "a 3s", "b 3s");
        assertThat(series.get(0).target()).isEqualTo("a");
        assertThat(series.get(0).rounds()).extracting(Measurement::replies).containsExactly(1L, 3L);
        assertThat(series.get(1).rounds()).extracting(Measurement::replies).containsExactly(2L, 4L);
    }

    @Test
    void endWithWhatATargetThatDoesNotAnswerSaid() {
        var broken = new Recording() {
            @Override
            public Measurement drive(Target target, Limit limit) {
                return new Measurement(0, 5, 1, 0, 0, 0, Percentiles.NONE, "401 no");
            }
        };

        assertThatThrownBy(() -> TWO.run(List.of(target("a")), broken, broken, line -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("401 no");
    }

    @Test
    void areBounded() {
        assertThatThrownBy(() -> new Rounds(51, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limit.of(Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Target target(String name) {
        return new Target(name, URI.create("http://127.0.0.1:1"), () -> Request.get("/"), body -> true);
    }
}
