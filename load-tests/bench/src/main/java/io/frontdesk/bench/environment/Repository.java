package io.frontdesk.bench.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Where things stand in the checkout that the benchmark runs in. */
public record Repository(Path root) {
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(md|html|docx|pdf)");

    /** Above the folder that the program was started in. */
    public static Repository here() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("load-tests"))) {
                return new Repository(folder);
            }
        }
        throw new Failure("start it inside the repository");
    }

    /** What a benchmark writes. */
    public Path results() {
        return created(root.resolve("load-tests/bench/target/bench"));
    }

    public Path tools() {
        return root.resolve(".local/tools/bench");
    }

    /** Where the launcher keeps the process ids of what it started. */
    public Path pids() {
        return root.resolve(".local/run");
    }

    public Path demoEnvironment() {
        return root.resolve(".local/demo.env");
    }

    /** The help centre that {@code make up} publishes. */
    public Path sampleDocuments() {
        return root.resolve("deploy/local/sample-documents");
    }

    /** Its documents, of all formats. */
    public List<Path> samples() {
        try (var files = Files.list(sampleDocuments())) {
            return files.filter(file -> DOCUMENT.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
