package io.frontdesk.local.infra;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The programs of a PostgreSQL of 15 or newer that has pgvector.
 *
 * @param bin the folder of {@code postgres} and {@code initdb}
 * @param environment what they need in their environment
 * @param vector the version of pgvector beside them
 */
record PostgresPrograms(Path bin, Map<String, String> environment, Version vector) {
    private static final int OLDEST = 15;
    private static final Version OLDEST_VECTOR = Version.parse("0.8.0");
    /** Below it, parallel builds of HNSW indexes leak or crash (CVE-2026-3172). */
    private static final Version SAFE_PARALLEL_BUILDS = Version.parse("0.8.2");

    static PostgresPrograms findOrUnpack(Path tools, Progress progress) {
        var unpacked = tools.resolve("postgresql");
        return FolderLock.holding(
                tools.resolve("postgresql.lock"),
                () -> under(unpacked).or(() -> under(Path.of("/"))).orElseGet(() -> unpack(unpacked, progress)));
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    boolean buildsIndexesInParallel() {
        return vector.compareTo(SAFE_PARALLEL_BUILDS) >= 0;
    }

    private static Optional<PostgresPrograms> under(Path prefix) {
        return newest(prefix).flatMap(version -> Pgvector.installed(sharedFiles(prefix, version))
                .filter(vector -> vector.compareTo(OLDEST_VECTOR) >= 0)
                .map(vector -> new PostgresPrograms(
                        programs(prefix, version),
                        prefix.getParent() == null ? Map.of() : Packages.libraryPath(prefix),
                        vector)));
    }

    private static PostgresPrograms unpack(Path into, Progress progress) {
        if (!Packages.available()) {
            throw new Failure(
                    "there is no PostgreSQL with pgvector, no Docker daemon and no apt here",
                    "start Docker, or name a PostgreSQL by DATABASE_URL");
        }
        var packages = new Packages(into.resolveSibling("apt"));
        var server = packages.dependencyOf("postgresql");
        var version = server.substring(server.lastIndexOf('-') + 1);
        progress.step("postgres", "unpacking the packages of " + server + " into " + into);
        packages.unpackWithLibraries(into, server, "postgresql-client-" + version);
        packages.unpack(into, "postgresql-server-dev-" + version, "libpq-dev");
        new Pgvector(packages, progress).build(into, programs(into, version).resolve("pg_config"));
        packages.clear();
        return under(into)
                .orElseThrow(() -> new Failure("pgvector was built but is not found in " + into, "delete that folder"));
    }

    private static Optional<String> newest(Path prefix) {
        var versions = prefix.resolve("usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (var found = Files.list(versions)) {
            return found.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d+") && Integer.parseInt(name) >= OLDEST)
                    .filter(name -> Files.isExecutable(programs(prefix, name).resolve("postgres")))
                    .max(Comparator.comparingInt(Integer::parseInt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path programs(Path prefix, String version) {
        return prefix.resolve("usr/lib/postgresql").resolve(version).resolve("bin");
    }

    private static Path sharedFiles(Path prefix, String version) {
        return prefix.resolve("usr/share/postgresql").resolve(version);
    }
}
