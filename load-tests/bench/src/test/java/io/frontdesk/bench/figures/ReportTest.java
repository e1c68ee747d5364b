package io.frontdesk.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Percentiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Comparison COMPARISON = new Comparison(
            "search",
            "open loop, 20.0/s",
            List.of(
                    new Series("bare", List.of(round(100, 1), round(200, 2), round(300, 3))),
                    new Series("search", List.of(round(50, 4), round(100, 8), round(150, 12)))));

    @Test
    void writesRoundsMediansAndRatiosAsJson(@TempDir Path folder) throws Exception {
        var file = Report.write(folder, "search", Report.of(COMPARISON));
        var json = new ObjectMapper().readTree(file.toFile());

        assertThat(file).hasFileName("search.json");
        assertThat(json.path("name").asText()).isEqualTo("search");
        assertThat(json.at("/machine/cores").asInt()).isPositive();
        assertThat(json.at("/figures/load").asText()).isEqualTo("open loop, 20.0/s");
        assertThat(json.at("/figures/targets/1/target").asText()).isEqualTo("search");
        assertThat(json.at("/figures/targets/1/p50_millis/median").asDouble()).isEqualTo(8);
        assertThat(json.at("/figures/targets/1/rate_over_baseline/median").asDouble())
                .isEqualTo(0.5);
        assertThat(json.at("/figures/targets/1/rounds")).hasSize(3);
    }

    @Test
    void printsATableWithAlignedColumns() {
        var lines = Table.of(COMPARISON).toString().lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("target  req/s");
        assertThat(lines.get(1)).startsWith("bare    200 (100-300)");
        assertThat(lines.get(2)).contains("8.00 (4.00-12.0)").endsWith("4.00 (4.00-4.00)");
    }

    private static Measurement round(long replies, double p50Millis) {
        return new Measurement(replies, 0, 1, p50Millis, p50Millis * 2, p50Millis * 3, Percentiles.NONE, "");
    }
}
