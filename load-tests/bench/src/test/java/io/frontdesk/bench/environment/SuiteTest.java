package io.frontdesk.bench.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    private final Path folder;

    SuiteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isWhatTheLauncherLeft() throws Exception {
        var file = folder.resolve("demo.env");
        Files.writeString(
                file, "# left by make up\nFRONTDESK_URL=http://localhost:8080\nexport FRONTDESK_API_KEY='fd_1_x'\n");

        assertThat(Suite.find(Map.of(), file)).isEqualTo(new Suite(URI.create("http://localhost:8080"), "fd_1_x"));
    }

    @Test
    void isFirstOfAllWhatTheEnvironmentNames() throws Exception {
        var file = folder.resolve("demo.env");
        Files.writeString(file, "FRONTDESK_URL=http://localhost:8080\nFRONTDESK_API_KEY=demo\n");

        var suite = Suite.find(Map.of("FRONTDESK_API_KEY", "mine"), file);

        assertThat(suite.credentials()).containsEntry("authorization", "Bearer mine");
        assertThat(suite.url()).hasPort(8080);
    }

    @Test
    void saysHowToStartOneWhereThereIsNone() {
        assertThatThrownBy(() -> Suite.find(Map.of(), folder.resolve("absent")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("make up");
    }
}
