package io.frontdesk.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Percentiles;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddedTimeTest {
    @Test
    void isWhatIsLeftOfAnAnswerWithoutTheModelAndTheEmbedding() {
        var model = series(times(100, 110, 490, 500));
        var embedding = series(times(0, 0, 4, 9));
        var answers = series(times(112, 140, 504, 545));

        var cells = lastLine(AddedTime.of(model, embedding, answers));

        assertThat(cells)
                .containsExactly(
                        "median",
                        "100.0 / 110.0",
                        "112.0 / 140.0",
                        "12.0 / 30.0",
                        "490.0 / 500.0",
                        "504.0 / 545.0",
                        "14.0 / 45.0",
                        "4.0 / 9.0",
                        "8.0 / 21.0",
                        "10.0 / 36.0");
    }

    @Test
    void isTheMedianOfTheRoundsAndNotOfMediansApart() {
        var model = series(times(100, 100, 100, 100), times(200, 200, 200, 200), times(300, 300, 300, 300));
        var nothing = series(times(0, 0, 0, 0), times(0, 0, 0, 0), times(0, 0, 0, 0));
        var answers = series(times(101, 101, 101, 101), times(205, 205, 205, 205), times(302, 302, 302, 302));

        var table = AddedTime.of(model, nothing, answers);

        assertThat(table.toString().lines()).hasSize(5);
        assertThat(lastLine(table).get(3)).isEqualTo("2.0 / 2.0");
    }

    private static List<String> lastLine(Table table) {
        return List.of(table.toString().lines().toList().getLast().split(" {2,}"));
    }

    private static Series series(Measurement... rounds) {
        return new Series("any", Arrays.asList(rounds));
    }

    private static Measurement times(double first, double firstTail, double whole, double wholeTail) {
        return new Measurement(10, 0, 1, whole, wholeTail, wholeTail, new Percentiles(first, firstTail, firstTail), "");
    }
}
