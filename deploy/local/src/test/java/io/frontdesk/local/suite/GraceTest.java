package io.frontdesk.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraceTest {
    @ParameterizedTest
    @CsvSource({"0s, 30s, 40", "5, 10m, 615", "1500ms, PT1M30S, 101.5", "2s, 500ms, 12.5"})
    void isTheDelayAndTheTimeoutAndAMargin(String delay, String timeout, double seconds) {
        var environment = Map.of("SHUTDOWN_DELAY", delay, "SHUTDOWN_TIMEOUT", timeout);

        assertThat(Grace.of(environment)).isEqualTo(Duration.ofMillis((long) (seconds * 1_000)));
    }

    @Test
    void isWhatTheInstanceWasStartedWith(@TempDir Path folder) {
        var workspace = new Workspace(folder, folder.resolve("data"));
        var grace = new Grace(workspace, new Instance(Service.AUTH, 2));
        assertThat(grace.told()).as("of one that was told nothing").isEqualTo(Duration.ofSeconds(40));

        grace.tell(Map.of("SHUTDOWN_TIMEOUT", "10m"));

        assertThat(grace.told()).isEqualTo(Duration.ofSeconds(610));
        assertThat(new Grace(workspace, new Instance(Service.AUTH, 1)).told()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void saysWhichSettingCannotBeRead() {
        assertThatThrownBy(() -> Grace.of(Map.of("SHUTDOWN_TIMEOUT", "soon")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("SHUTDOWN_TIMEOUT");
    }
}
