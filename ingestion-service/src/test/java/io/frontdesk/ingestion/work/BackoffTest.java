package io.frontdesk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void doublesFromTheFirstPauseToTheLongest() {
        var backoff = new Backoff(FIRST, LONGEST, () -> 0);

        assertThat(IntStream.rangeClosed(1, 7).mapToObj(backoff::after).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void isShortenedAtRandomByUpToAHalf() {
        var shortest = new Backoff(FIRST, LONGEST, () -> 1);

        assertThat(shortest.after(1)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void staysBoundedAfterVeryManyFailures() {
        assertThat(new Backoff(FIRST, LONGEST, () -> 0).after(100_000)).isEqualTo(LONGEST);
    }
}
