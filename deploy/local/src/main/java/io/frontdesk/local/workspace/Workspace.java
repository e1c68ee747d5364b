package io.frontdesk.local.workspace;

import io.frontdesk.local.process.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The repository and one data folder.
 *
 * @param root where {@code mvnw} stands
 * @param data where servers keep their data, {@code run/*.pid} and {@code log/*.log}
 */
public record Workspace(Path root, Path data) {

    public Workspace {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** The workspace of {@code make up}. */
    public static Workspace local(Path root) {
        return new Workspace(root, root.resolve(".local"));
    }

    /** The workspace of the services' tests, whose servers trade durability for speed. */
    public static Workspace test(Path root) {
        return new Workspace(root, root.resolve(".local").resolve("test"));
    }

    /** All workspaces that stand under {@code .local}, those of tests included. */
    public static List<Workspace> all(Path root) {
        var local = root.resolve(".local");
        try (var folders = Files.find(local, 2, (path, attributes) -> path.endsWith("run"))) {
            return folders.map(run -> new Workspace(root, run.resolveSibling("")))
                    .toList();
        } catch (NoSuchFileException nothingEverStarted) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root by the system property {@code frontdesk.root}, else the nearest folder above that holds {@code mvnw}. */
    public static Path findRoot() {
        var property = System.getProperty("frontdesk.root");
        if (property != null) {
            return Path.of(property);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no mvnw here or above; set -Dfrontdesk.root");
    }

    /** Programs and libraries that were fetched or built, shared by all data folders. */
    public Path tools() {
        return root.resolve(".local").resolve("tools");
    }

    public Secrets secrets() {
        return new Secrets(root.resolve(".local").resolve("secrets.env"));
    }

    public Daemon daemon(String name) {
        return new Daemon(name, data);
    }

    public <T> T locked(Supplier<T> work) {
        return FolderLock.holding(data.resolve("lock"), work);
    }

    /**
     * The port that this data folder remembers for the name, as long as it is free or ours; else another free one.
     *
     * @param ours whether what listens there is the server of that name, running since an earlier start
     */
    public int port(String name, boolean ours) {
        return FolderLock.holding(data.resolve("ports.lock"), () -> rememberedPort(name, ours));
    }

    private int rememberedPort(String name, boolean ours) {
        var file = data.resolve("ports.properties");
        var ports = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    ports.load(in);
                }
            }
            var remembered = Integer.parseInt(ports.getProperty(name, "0"));
            if (remembered > 0 && (ours || Ports.isFree(remembered))) {
                return remembered;
            }
            var port = Ports.free();
            ports.setProperty(name, String.valueOf(port));
            try (var out = Files.newBufferedWriter(file)) {
                ports.store(out, null);
            }
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder, parents included. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
