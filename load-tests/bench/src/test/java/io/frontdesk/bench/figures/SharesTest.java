package io.frontdesk.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Percentiles;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void saysWhatAPartOfTheWayTakesOfItsTime() {
        var with = series(500, 1_000);
        var without = series(1_000, 2_000);
        var whole = series(250, 200);

        // 1 ms of 4, and 0.5 ms of 5.
        var shares = Shares.ofTime(with, without, whole);

        assertThat(shares.max()).isEqualTo(0.25);
        assertThat(shares.min()).isEqualTo(0.1);
    }

    private static Series series(double... rates) {
        List<Measurement> rounds = DoubleStream.of(rates)
                .mapToObj(rate -> new Measurement((long) rate, 0, 1, 1, 1, 1, Percentiles.NONE, ""))
                .toList();
        return new Series("target", rounds);
    }
}
