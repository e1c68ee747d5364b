package io.frontdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void returnsWhatIsPrintedOnBothStreams() {
        var result = Command.of("sh", "-c", "echo $WHAT; echo err >&2")
                .with("WHAT", "out")
                .run();

        assertThat(result.ok()).isTrue();
        assertThat(result.output()).isEqualTo("out\nerr\n");
    }

    @Test
    void failsWithTheLastLineAndTheWayToMendIt() {
        var command = Command.of("sh", "-c", "echo first; echo the reason; exit 4");

        assertThatThrownBy(() -> command.runOrFail("do this"))
                .isInstanceOf(Failure.class)
                .hasMessage("sh failed with status 4: the reason; do this");
    }

    @Test
    void treatsAMissingProgramAsAFailure() {
        assertThat(Command.of("no-such-program").run().ok()).isFalse();
        assertThat(Command.find("no-such-program")).isEmpty();
        assertThat(Command.find("sh")).isPresent();
    }
}
