package io.frontdesk.kit.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double HALF = 0.5;

    @Test
    void doublesFromTheFirstPauseToTheLongest() {
        var backoff = new Backoff(FIRST, LONGEST, HALF, () -> 0);

        assertThat(IntStream.rangeClosed(1, 7).mapToObj(backoff::after).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void isShortenedAtRandomByUpToItsShare() {
        var shortest = new Backoff(FIRST, LONGEST, HALF, () -> 1);

        assertThat(shortest.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(shortest.shortened(LONGEST)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void isAsLongAsWasAskedForWhereThatIsLonger() {
        var backoff = new Backoff(FIRST, LONGEST, HALF, () -> 0);

        assertThat(backoff.after(1, Duration.ofSeconds(7))).hasSeconds(7);
        assertThat(backoff.after(4, Duration.ofSeconds(7))).hasSeconds(8);
    }

    @Test
    void staysBoundedAfterVeryManyFailures() {
        assertThat(new Backoff(FIRST, LONGEST, HALF, () -> 0).after(100_000)).isEqualTo(LONGEST);
    }
}
