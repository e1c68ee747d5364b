package io.frontdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Path data;
    private final Daemon daemon;

    DaemonTest(@TempDir Path data) {
        this.data = data;
        this.daemon = new Daemon("sleeper", data);
    }

    @AfterEach
    void close() {
        daemon.kill();
    }

    @Test
    void isFoundAgainByItsPidFileAndStops() {
        daemon.start(Command.of("sleep", "60"));

        assertThat(new Daemon("sleeper", data).alive()).isTrue();
        new Daemon("sleeper", data).stop("TERM", SHORT);
        assertThat(daemon.alive()).isFalse();
        assertThat(daemon.pidFile()).doesNotExist();
    }

    @Test
    void isKilledWhenItDoesNotHeedTheSignal() {
        daemon.start(Command.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"));
        daemon.awaitReady(SHORT, () -> says("deaf"));

        daemon.stop("TERM", Duration.ofMillis(200));

        assertThat(daemon.alive()).isFalse();
    }

    @Test
    void quotesTheLastWordsOfOneThatDiesWhileStarting() {
        daemon.start(Command.of("sh", "-c", "echo no room on the disk; exit 3"));

        assertThatThrownBy(() -> daemon.awaitReady(SHORT, () -> false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("sleeper ended while starting: no room on the disk");
    }

    @Test
    void quotesTheMessageOfALineOfJsonAndNoStackTrace() {
        daemon.start(Command.of(
                "printf", "%s\\n\\tat %s\\n", "{\"level\":\"ERROR\",\"message\":\"no \\\"key\\\"\",\"a\":1}", "Frame"));

        assertThatThrownBy(() -> daemon.awaitReady(SHORT, () -> false))
                .hasMessageContaining("sleeper ended while starting: no \\\"key\\\"; see ");
    }

    @Test
    void saysWhenItIsNotReadyInTime() {
        daemon.start(Command.of("sleep", "60"));

        assertThatThrownBy(() -> daemon.awaitReady(Duration.ofMillis(100), () -> false))
                .hasMessageContaining("sleeper was not ready within");
    }

    @Test
    void doesNotTakeAYoungerProcessOfTheSameNumberForItself() throws IOException {
        daemon.start(Command.of("sleep", "60"));
        var process = daemon.process().orElseThrow();

        Files.setLastModifiedTime(daemon.pidFile(), FileTime.from(Instant.now().minusSeconds(3_600)));

        assertThat(daemon.alive()).isFalse();
        process.destroyForcibly();
    }

    private boolean says(String word) {
        try {
            return Files.readString(daemon.log()).contains(word);
        } catch (IOException e) {
            return false;
        }
    }
}
