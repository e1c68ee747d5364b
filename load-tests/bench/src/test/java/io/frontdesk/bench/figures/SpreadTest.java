package io.frontdesk.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void takesTheMiddleValue() {
        assertThat(Spread.of(9, 1, 5)).isEqualTo(new Spread(5, 1, 9));
    }

    @Test
    void takesTheMeanOfTheTwoMiddleValues() {
        assertThat(Spread.of(4, 1, 10, 2)).isEqualTo(new Spread(3, 1, 10));
    }

    @Test
    void needsAValue() {
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesTheOrderOfTheValuesAlone() {
        double[] values = {3, 1, 2};
        Spread.of(values);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void comparesEachRoundWithTheBaselinesSameRound() {
        double[] slowedDownLater = {100, 50, 10};
        double[] asWasTheBaseline = {200, 100, 20};

        assertThat(Spread.ofRatios(slowedDownLater, asWasTheBaseline)).isEqualTo(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void refusesRoundsThatDoNotMatch() {
        assertThatThrownBy(() -> Spread.ofRatios(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsThreeDigits() {
        assertThat(new Spread(12345.6, 0.12345, 45.678)).hasToString("12346 (0.123-45.7)");
    }
}
