package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** When the deltas of a stream came, in milliseconds. Of a stream that somebody gathers on the way they come together. */
record Deltas(List<Long> millis) {
    /** Of what {@link PacedModel} takes for a token. */
    private static final int APART = 20;

    private static final int SEVERAL = 5;

    Deltas() {
        this(new ArrayList<>());
    }

    void came() {
        millis.add(System.nanoTime() / 1_000_000);
    }

    void assertThatTheyComeApart() {
        assertThat(IntStream.range(1, millis.size())
                        .filter(n -> millis.get(n) - millis.get(n - 1) >= APART)
                        .count())
                .as("deltas that came %d ms or more after the one before, of %s", APART, millis)
                .isGreaterThanOrEqualTo(SEVERAL);
    }
}
