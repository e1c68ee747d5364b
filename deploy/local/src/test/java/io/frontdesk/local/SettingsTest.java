package io.frontdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void prefersTheEnvironmentToTheFile(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve(".env"), "# a comment\nOPENAI_MODEL=small\nexport LOG_LEVEL=\"DEBUG\"\n");

        var settings = Settings.of(root, Map.of("OPENAI_MODEL", "large"));

        assertThat(settings.ofServices()).isEqualTo(Map.of("OPENAI_MODEL", "large", "LOG_LEVEL", "DEBUG"));
    }

    @Test
    void passesOnHowInstancesAreLookedUp(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve(".env"), "FRONTDESK_DISCOVERY_REFRESH=1s\n");

        assertThat(Settings.of(root, Map.of()).ofServices()).isEqualTo(Map.of("FRONTDESK_DISCOVERY_REFRESH", "1s"));
    }

    @Test
    void keepsTheAdministratorsDatabaseFromServices(@TempDir Path root) {
        var database = Map.of("DATABASE_URL", "postgresql://admin:secret@localhost/desk");

        var settings = Settings.of(root, database);

        assertThat(settings.ofServers()).isEqualTo(database);
        assertThat(settings.ofServices()).isEmpty();
    }
}
