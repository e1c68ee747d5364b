package io.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.load.Load;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Load USUAL = new Load.OpenLoop(20);

    @Test
    void haveDefaults() {
        var options = Options.parse("search");

        assertThat(options.command()).isEqualTo("search");
        assertThat(options.rounds()).isEqualTo(new Rounds(5, Duration.ofSeconds(10), Duration.ofSeconds(8)));
        assertThat(options.loadOr(USUAL)).isEqualTo(USUAL);
    }

    @Test
    void changeRoundsAndLoad() {
        var options = Options.parse("search", "--rounds", "3", "--seconds", "2", "--rate", "50");

        assertThat(options.rounds().rounds()).isEqualTo(3);
        assertThat(options.rounds().measured()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.loadOr(USUAL)).isEqualTo(new Load.OpenLoop(50));
        assertThat(Options.parse("search", "--connections", "4").loadOr(USUAL)).isEqualTo(new Load.ClosedLoop(4));
        assertThat(Options.parse("edge", "--connections", "4").loadOr(new Load.Wrk(32)))
                .isEqualTo(new Load.Wrk(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "search --rounds", "search --rounds many", "search --speed 3"})
    void explainThemselvesWhenTheyAreNotUnderstood(String line) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ");

        assertThatThrownBy(() -> Options.parse(arguments))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("usage");
    }
}
