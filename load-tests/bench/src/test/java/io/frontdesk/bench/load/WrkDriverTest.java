package io.frontdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.bench.environment.Failure;
import org.junit.jupiter.api.Test;

class WrkDriverTest {
    @Test
    void readsTheFiguresThatTheScriptPrints() {
        var measured = WrkDriver.parse("""
                Running 2s test @ http://127.0.0.1:8099/hello
                frontdesk: requests=1000 errors=10 micros=2000000 p50=1.250 p95=3.500 p99=9.750
                """);

        assertThat(measured)
                .isEqualTo(new Measurement(990, 10, 2, 1.25, 3.5, 9.75, Percentiles.NONE, "counted by wrk"));
        assertThat(measured.rate()).isEqualTo(495);
    }

    @Test
    void showsWhatWrkSaidInsteadOfFigures() {
        assertThatThrownBy(() -> WrkDriver.parse("unable to connect"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("unable to connect");
    }
}
