package io.frontdesk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.kit.resilience.Backoff;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Rest rest = new Rest(new Backoff(FIRST, Duration.ofSeconds(30), 0, () -> 0));

    @Test
    void permitsEverythingWhileTheIndexTakesEverything() {
        assertThat(rest.permits(NOW, false)).isTrue();
    }

    @Test
    void lastsAsLongAsTheIndexAsks() {
        rest.begin(NOW, Duration.ofSeconds(7));

        assertThat(rest.permits(NOW.plusSeconds(6), true)).isFalse();
        assertThat(rest.permits(NOW.plusSeconds(7), true)).isTrue();
    }

    @Test
    void letsOneDocumentGoFirstAfterAPause() {
        rest.begin(NOW, Duration.ZERO);

        assertThat(rest.permits(NOW.plusSeconds(1), false)).isFalse();
        assertThat(rest.permits(NOW.plusSeconds(1), true)).isTrue();
    }

    @Test
    void getsLongerWhereTheIndexStillTakesNothing() {
        rest.begin(NOW, Duration.ZERO);
        rest.begin(NOW.plusSeconds(1), Duration.ZERO);

        assertThat(rest.permits(NOW.plusSeconds(2), true)).isFalse();
        assertThat(rest.permits(NOW.plusSeconds(3), true)).isTrue();
    }

    @Test
    void doesNotGetLongerForDocumentsThatFailedTogether() {
        rest.begin(NOW, Duration.ZERO);
        rest.begin(NOW, Duration.ZERO);
        rest.begin(NOW, Duration.ZERO);

        assertThat(rest.permits(NOW.plusSeconds(1), true)).isTrue();
    }

    @Test
    void isOverWhenTheIndexHasTakenWhatWentFirst() {
        rest.begin(NOW, Duration.ofSeconds(7));
        rest.end(NOW.plusSeconds(7));

        assertThat(rest.permits(NOW.plusSeconds(7), false)).isTrue();
    }

    @Test
    void isNotCutShortByWhatTheIndexHadBegunBefore() {
        rest.begin(NOW, Duration.ofSeconds(7));
        rest.end(NOW.plusSeconds(1));

        assertThat(rest.permits(NOW.plusSeconds(1), true)).isFalse();
    }
}
