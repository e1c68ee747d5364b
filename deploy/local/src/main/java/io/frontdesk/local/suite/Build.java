package io.frontdesk.local.suite;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services' programs, built by Maven when a source is newer than the last build. */
public record Build(Workspace workspace, Progress progress) {
    private static final Set<String> SOURCES = Set.of("contracts", "service-kit");
    private static final Set<String> NO_SOURCES = Set.of("target", "test", "testing", "node_modules");
    private static final Pattern MODULE = Pattern.compile("Building Frontdesk: (.*) \\S+ +(\\[\\d+/\\d+])");
    private static final String PARSER = "ingestion-service/parser";

    static Path program(Path root, Service service) {
        return root.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Whether a program is missing, or some source is newer than the last build that ended well. */
    public boolean isStale() {
        return !everythingIsThere() || newestSource().compareTo(lastBuild()) > 0;
    }

    public void run() {
        var began = FileTime.from(Instant.now());
        progress.step("build", "./mvnw package, without tests");
        var maven = workspace.root().resolve("mvnw").toString();
        var result = Command.of(maven, "-B", "-Dquick", "-DskipTests", "-T2", "package", "-pl", modules(), "-am")
                .in(workspace.root())
                .run(this::tell);
        write(log(), result.output());
        if (!result.ok() || !everythingIsThere()) {
            var error = result.output()
                    .lines()
                    .filter(line -> line.startsWith("[ERROR]") && !line.contains("COMPILATION ERROR"))
                    .findFirst();
            throw new Failure("the build failed: " + error.orElse("no program was made"), "see " + log());
        }
        write(stamp(), "");
        stampAt(began);
        var took = Duration.between(began.toInstant(), Instant.now());
        progress.step("build", "done in " + took.toSeconds() + " s");
    }

    private void tell(String line) {
        var module = MODULE.matcher(line);
        if (module.find()) {
            progress.step("build", module.group(1) + " " + module.group(2));
        }
    }

    private Path log() {
        return workspace.data().resolve("log/build.log");
    }

    private void stampAt(FileTime time) {
        try {
            Files.setLastModifiedTime(stamp(), time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modules() {
        return Stream.concat(Stream.of(Service.values()).map(Service::folder), Stream.of(PARSER))
                .collect(Collectors.joining(","));
    }

    private boolean everythingIsThere() {
        return Files.exists(workspace.root().resolve(PARSER).resolve("target/parser/parser.jar"))
                && Stream.of(Service.values()).allMatch(service -> Files.exists(program(workspace.root(), service)));
    }

    private Path stamp() {
        return workspace.root().resolve(".local").resolve("build.stamp");
    }

    private FileTime lastBuild() {
        try {
            return Files.getLastModifiedTime(stamp());
        } catch (IOException e) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private FileTime newestSource() {
        var folders = Stream.concat(Stream.of(Service.values()).map(Service::folder), SOURCES.stream());
        return Stream.concat(Stream.of("pom.xml"), folders)
                .map(name -> newestUnder(workspace.root().resolve(name)))
                .max(FileTime::compareTo)
                .orElseThrow();
    }

    private static FileTime newestUnder(Path start) {
        var newest = new FileTime[] {FileTime.from(Instant.EPOCH)};
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var skipped = NO_SOURCES.contains(folder.getFileName().toString());
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var isSource = !file.toString().endsWith(".md");
                    if (isSource && attributes.lastModifiedTime().compareTo(newest[0]) > 0) {
                        newest[0] = attributes.lastModifiedTime();
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest[0];
    }
}
