package io.frontdesk.gateway.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnprovedTest {
    private long now;
    private final Unproved unproved = new Unproved(5, () -> now);

    @Test
    void aFewASecondAreAnsweredHoweverFewThereUsuallyAre() {
        assertThat(answered(1)).isBetween(5, 10);
        assertThat(answered(10)).isBetween(49, 51);
    }

    @Test
    void whatIsSavedInACalmTimeIsNoMoreThanASecondsWorth() {
        passes(Duration.ofHours(1));

        assertThat(answered(1)).isBetween(5, 10);
    }

    @Test
    void asManyMoreAsUsuallyAreAnsweredAnew() {
        for (int i = 0; i < 6_000; i++) {
            passes(Duration.ofMillis(50));
            unproved.told(true);
        }

        assertThat(answered(60)).isBetween(24 * 60, 26 * 60);
    }

    @Test
    void whatWasUsualIsForgottenWhereAllIsGivenAgain() {
        IntStream.range(0, 6_000).forEach(n -> unproved.told(true));
        passes(Duration.ofMinutes(10));
        unproved.told(false);

        assertThat(answered(10)).isBetween(50, 56);
    }

    @Test
    void whatWasUsualStaysSoHoweverLongItCannotBeTold() {
        IntStream.range(0, 600).forEach(n -> unproved.told(true));
        assertThat(answered(600)).isGreaterThan(14 * 600);
    }

    /** Of a crowd that asks without a pause for so many seconds. */
    private int answered(int seconds) {
        int answered = 0;
        for (int i = 0; i < seconds * 100; i++) {
            answered += unproved.mayBeAnswered() ? 1 : 0;
            passes(Duration.ofMillis(10));
        }
        return answered;
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
