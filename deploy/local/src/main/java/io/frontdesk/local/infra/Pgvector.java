package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** pgvector, which Debian 12 lacks, built from the source package of a newer Debian release. */
record Pgvector(Packages packages, Progress progress) {
    /** Those that may carry a version without known holes first. */
    private static final String[] SUITES = {"forky", "sid", "trixie"};

    private static final String MEND = "start Docker, or name a PostgreSQL that has pgvector by DATABASE_URL";

    /** The version that stands in a server's folder of shared files. */
    static Optional<Version> installed(Path sharedFiles) {
        var control = sharedFiles.resolve("extension/vector.control");
        try {
            return Files.readAllLines(control).stream()
                    .filter(line -> line.startsWith("default_version"))
                    .map(Version::parse)
                    .findFirst();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Builds it and installs it into the unpacked server whose {@code pg_config} is given. */
    void build(Path server, Path pgConfig) {
        requireCompiler();
        var archive = packages.sourceArchive("pgvector", SUITES)
                .orElseThrow(() -> new Failure("no Debian release has a source package of pgvector for us", MEND));
        progress.step("postgres", "building pgvector from " + archive.getFileName());
        var source = Workspace.folder(server.resolveSibling("pgvector"));
        Command.of("tar", "-xzf", archive.toString(), "--strip-components=1", "-C", source.toString())
                .runOrFail("check the disk's room");
        // Distributions build it so: no bitcode for a compiler that stays off, no instructions of this very machine.
        var make = List.of("make", "--silent", "-j2", "OPTFLAGS=", "with_llvm=no", "PG_CONFIG=" + pgConfig);
        for (var goal : List.of("all", "install")) {
            var words = Stream.concat(make.stream(), Stream.of(goal)).toList();
            Command.of(words).in(source).with(Packages.libraryPath(server)).runOrFail(MEND);
        }
    }

    private void requireCompiler() {
        if (Command.find("gcc").isPresent() && Command.find("make").isPresent()) {
            return;
        }
        progress.step("postgres", "installing gcc and make, to build pgvector with");
        Command.of("apt-get", "update").run();
        Command.of("apt-get", "install", "--yes", "--no-install-recommends", "gcc", "libc6-dev", "make")
                .with("DEBIAN_FRONTEND", "noninteractive")
                .runOrFail("install gcc, libc6-dev and make as root (apt-get install gcc libc6-dev make)");
    }
}
