package io.frontdesk.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private final Path root;
    private final Workspace workspace;

    WorkspaceTest(@TempDir Path root) {
        this.root = root;
        this.workspace = Workspace.local(root);
    }

    @Test
    void remembersAPortFromStartToStart() {
        var port = workspace.port("redis", false);

        assertThat(Workspace.local(root).port("redis", false)).isEqualTo(port);
    }

    @Test
    void choosesAnotherPortWhenSomebodyTookOurs() throws IOException {
        var port = workspace.port("redis", false);

        try (var taken = new ServerSocket(port)) {
            assertThat(workspace.port("redis", false)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void keepsThePortOfAServerThatRuns() throws IOException {
        var port = workspace.port("redis", false);

        try (var ours = new ServerSocket(port)) {
            assertThat(workspace.port("redis", true)).isEqualTo(ours.getLocalPort());
        }
    }

    @Test
    void makesEachSecretOnceForManyWhoAskAtOnce() {
        var secrets = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Workspace.local(root).secrets().get("OPERATOR"))
                .distinct()
                .toList();

        assertThat(secrets).hasSize(1).allMatch(secret -> secret.matches("[0-9a-f]{64}"));
        assertThat(workspace.secrets().get("OTHER")).isNotEqualTo(secrets.getFirst());
    }

    @Test
    void letsOnlyTheirOwnerReadSecrets() throws IOException {
        workspace.secrets().get("OPERATOR");

        var file = root.resolve(".local/secrets.env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void findsEveryDataFolderInWhichSomethingWasStarted() throws IOException {
        Files.createDirectories(root.resolve(".local/run"));
        Files.createDirectories(root.resolve(".local/test/run"));
        Files.createDirectories(root.resolve(".local/tools/apt"));

        assertThat(Workspace.all(root)).containsExactlyInAnyOrder(Workspace.local(root), Workspace.test(root));
        assertThat(Workspace.all(root.resolve("elsewhere"))).isEmpty();
    }
}
