package io.frontdesk.generation.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @ParameterizedTest
    @ValueSource(ints = {10, 37, 250, 999, 45_000})
    void isAtMostFivePercentOff(int millis) {
        assertThat(of(millis).percentile(0.5)).isCloseTo(millis, Percentage.withPercentage(5));
    }

    @Test
    void tellsTheMiddleFromTheEnd() {
        var millis = new int[100];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = i < 94 ? 100 : 2_000;
        }

        assertThat(of(millis).percentile(0.5)).isCloseTo(100, within(5));
        assertThat(of(millis).percentile(0.95)).isCloseTo(2_000, within(100));
    }

    @Test
    void knowsNothingWhereNothingWasMeasured() {
        assertThat(of().percentile(0.5)).isNull();
    }

    private static Histogram of(int... millis) {
        var counts = new TreeMap<Integer, Long>();
        for (int time : millis) {
            counts.merge((int) Math.floor(8 * Math.log(time) / Math.log(2)), 1L, Long::sum);
        }
        return new Histogram(counts);
    }
}
