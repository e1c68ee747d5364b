package io.frontdesk.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A program with its arguments, the folder it runs in and what it finds in its environment besides ours. */
public record Command(List<String> words, Path folder, Map<String, String> environment) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** What a command printed, on both streams, and the status it ended with. */
    public record Result(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }

        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (first, second) -> second);
        }
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Path.of("").toAbsolutePath(), Map.of());
    }

    public static Command of(List<String> words) {
        return of(words.toArray(String[]::new));
    }

    public Command in(Path otherFolder) {
        return new Command(words, otherFolder, environment);
    }

    public Command with(String name, String value) {
        return with(Map.of(name, value));
    }

    public Command with(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Command(words, folder, all);
    }

    /** The same command, started by another: {@code setpriv … this}. */
    public Command startedBy(String... starter) {
        return new Command(Stream.concat(Stream.of(starter), words.stream()).toList(), folder, environment);
    }

    public Result run() {
        return run(line -> {});
    }

    /** Runs the command and hands on each line as it is printed. */
    public Result run(Consumer<String> heard) {
        try {
            var process = builder().redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new StringBuilder();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().peek(heard).forEach(line -> output.append(line).append('\n'));
            }
            return new Result(process.waitFor(), output.toString());
        } catch (IOException e) {
            return new Result(127, words.getFirst() + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + words.getFirst(), e);
        }
    }

    /** Runs the command and returns what it printed; a status other than 0 is a failure that ends with its last line. */
    public String runOrFail(String mend) {
        var result = run();
        if (!result.ok()) {
            var last = result.lastLine();
            throw new Failure(
                    Path.of(words.getFirst()).getFileName() + " failed with status " + result.exit()
                            + (last.isEmpty() ? "" : ": " + last),
                    mend);
        }
        return result.output();
    }

    /** Runs the command at the terminal of this process, until it ends or Ctrl-C ends both. */
    public void runInForeground() {
        try {
            builder().inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new Failure(words.getFirst() + " cannot be run: " + e.getMessage(), "install it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /** The program of that name on the PATH or where system programs live. */
    public static Optional<Path> find(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The {@code java} that runs this launcher, which runs the services and the broker too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
