package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom PostgreSQL runs as: it refuses to run as root.
 *
 * @param name the user to become; empty when the launcher's own will do
 */
record ServerUser(Optional<String> name) {
    private static final Path FOR_UNREACHABLE = Path.of("/var/lib/frontdesk");

    static ServerUser choose() {
        if (!isRoot()) {
            return new ServerUser(Optional.empty());
        }
        var postgres = Command.of("id", "postgres").run().ok();
        return new ServerUser(Optional.of(postgres ? "postgres" : "nobody"));
    }

    static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    Command as(Command command) {
        return name.map(user ->
                        command.startedBy("setpriv", "--reuid=" + user, "--regid=" + group(user), "--init-groups"))
                .orElse(command);
    }

    void own(Path path) {
        name.ifPresent(user -> Command.of("chown", "-R", user + ":" + group(user), path.toString())
                .runOrFail("check that " + path + " is on a file system that knows owners"));
    }

    /**
     * The wanted folder, or one outside of home folders when a parent of the wanted one is closed to this user.
     *
     * @param workspace whose secrets, when they are deleted with the rest, leave the folder outside behind too
     */
    Path reachable(Path wanted, Workspace workspace) {
        Workspace.folder(wanted);
        if (as(Command.of("test", "-x", wanted.toString())).run().ok()) {
            return wanted;
        }
        var name = Integer.toHexString(Objects.hash(wanted, workspace.secrets().get("FOLDERS"))) + "-"
                + wanted.getFileName();
        return Workspace.folder(FOR_UNREACHABLE.resolve(name));
    }

    private static String group(String user) {
        return Command.of("id", "-g", user).runOrFail("create the user " + user).strip();
    }
}
