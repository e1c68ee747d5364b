package io.frontdesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private final Path pids;

    MemoryTest(@TempDir Path pids) {
        this.pids = pids;
    }

    @Test
    void isReadOfEachProcessThatLives() throws Exception {
        long own = ProcessHandle.current().pid();
        Files.writeString(pids.resolve("auth-service-1.pid"), own + "\n");
        Files.writeString(pids.resolve("gateway-1.pid"), String.valueOf(Long.MAX_VALUE));
        Files.writeString(pids.resolve("notes.txt"), "no pid");

        var resident = Memory.of(pids);

        assertThat(resident).containsOnlyKeys("auth-service-1");
        assertThat(resident.get("auth-service-1")).satisfies(process -> {
            assertThat(process.pid()).isEqualTo(own);
            assertThat(process.ownMiB()).isBetween(10.0, 2_000.0);
        });
    }

    @Test
    void isEmptyWhereNothingWasStarted() {
        assertThat(Memory.of(pids.resolve("absent"))).isEmpty();
    }
}
