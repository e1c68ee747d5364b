package io.frontdesk.bench.process;

import io.frontdesk.bench.environment.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of the machine, or one that is unpacked from Debian's packages into a folder: nothing is installed, and no
 * service is started by it.
 */
public final class DebianTool {
    private static final int DOWNLOAD_SECONDS = 120;

    private final Path program;
    private final List<Path> libraries;

    private DebianTool(Path program, List<Path> libraries) {
        this.program = program;
        this.libraries = libraries;
    }

    public static DebianTool wrk(Path tools) {
        return find("wrk", tools, "wrk", "libluajit2-5.1-2");
    }

    public static DebianTool nginx(Path tools) {
        return find("nginx", tools, "nginx");
    }

    /** The program with these arguments. */
    public ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        if (!libraries.isEmpty()) {
            var path = String.join(":", libraries.stream().map(Path::toString).toList());
            builder.environment().put("LD_LIBRARY_PATH", path);
        }
        return builder;
    }

    private static DebianTool find(String name, Path tools, String... packages) {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        var installed = Stream.of(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        return installed
                .map(program -> new DebianTool(program, List.of()))
                .orElseGet(() -> unpacked(name, tools.resolve(name), packages));
    }

    private static DebianTool unpacked(String name, Path folder, String... packages) {
        try {
            if (!Files.isDirectory(folder)) {
                System.out.printf(
                        "%s is not installed: unpacking %s into %s%n", name, String.join(", ", packages), folder);
                unpack(folder, packages);
            }
            try (var files = Files.walk(folder)) {
                var all = files.toList();
                var program = all.stream()
                        .filter(file -> file.endsWith("bin/" + name) || file.endsWith("sbin/" + name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Failure("no %s in %s; remove the folder and try again".formatted(name, folder)));
                var libraries = all.stream()
                        .filter(file -> file.getFileName().toString().contains(".so"))
                        .map(Path::getParent)
                        .distinct()
                        .toList();
                return new DebianTool(program, libraries);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Into a folder beside it first, so that a failure leaves nothing that looks complete. */
    private static void unpack(Path folder, String... packages) throws IOException {
        Files.createDirectories(folder.getParent());
        var fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + "-");
        var download = new ArrayList<>(List.of("apt-get", "-q", "download"));
        download.addAll(List.of(packages));
        run(fresh, download);
        try (var files = Files.list(fresh)) {
            for (var archive :
                    files.filter(file -> file.toString().endsWith(".deb")).toList()) {
                run(fresh, List.of("dpkg-deb", "-x", archive.toString(), fresh.toString()));
                Files.delete(archive);
            }
        }
        Files.move(fresh, folder);
    }

    private static void run(Path folder, List<String> command) {
        var mend = "; install it, or run apt-get update and try again";
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("unpack.log").toFile())
                    .start();
            if (!process.waitFor(DOWNLOAD_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Failure(String.join(" ", command) + " failed" + mend);
            }
        } catch (IOException failed) {
            throw new Failure(command.getFirst() + " does not run" + mend, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", interrupted);
        }
    }
}
