package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BusyShareTest {
    private static final long MILLISECOND = 1_000_000;

    private final BusyShare busy = new BusyShare(0);

    @Test
    void isTheShareOfTheTimeThatWasWorked() {
        for (int at = 20; at <= 10_000; at += 20) {
            busy.add(4 * MILLISECOND, at * MILLISECOND);
        }

        assertThat(busy.at(10_000 * MILLISECOND)).isCloseTo(0.2, within(0.01));
    }

    @Test
    void countsEachThreadThatNeverRests() {
        for (int at = 10; at <= 10_000; at += 10) {
            busy.add(10 * MILLISECOND, at * MILLISECOND);
            busy.add(10 * MILLISECOND, at * MILLISECOND);
        }

        assertThat(busy.at(10_000 * MILLISECOND)).isCloseTo(2, within(0.05));
    }

    @Test
    void forgetsWithinSeconds() {
        busy.add(1_000 * MILLISECOND, 1_000 * MILLISECOND);

        assertThat(busy.at(1_000 * MILLISECOND)).isGreaterThan(0.5);
        assertThat(busy.at(6_000 * MILLISECOND)).isLessThan(0.01);
    }
}
