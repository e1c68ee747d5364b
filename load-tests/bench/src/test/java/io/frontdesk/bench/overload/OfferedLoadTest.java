package io.frontdesk.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Measurement.Refusals;
import io.frontdesk.bench.load.Percentiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedLoadTest {
    @Test
    void comparesWithTheBestOfTheSameRound() {
        var once = OfferedLoad.of(1, 100);
        var often = OfferedLoad.of(10, 100);
        once.rounds().add(found(100, 0, Refusals.NONE));
        often.rounds().add(found(95, 905, new Refusals(900, 1, new Percentiles(2.5, 3, 7.5))));

        var lines = OfferedLoad.table(List.of(once, often)).toString().lines().toList();

        assertThat(lines.get(1)).contains("1 x", "100 (100-100)", "1.00 (1.00-1.00)");
        assertThat(lines.get(2))
                .contains("10 x", "1000", "0.950 (0.950-0.950)", "900", "2.50 (2.50-2.50)", "7.50 (7.50-7.50)")
                .matches(".* 1 +5$");
    }

    private static Measurement found(long replies, long errors, Refusals refusals) {
        return new Measurement(replies, errors, 1, 10, 20, 30, Percentiles.NONE, "", refusals);
    }
}
