package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that outlives the launcher, known by its pid file {@code run/<name>.pid}, writing to {@code log/<name>.log}.
 *
 * @param name also the name of its files
 * @param data the data folder that holds {@code run} and {@code log}
 */
public record Daemon(String name, Path data) {
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private static final Pattern JSON_MESSAGE = Pattern.compile("^\\{.*\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Path pidFile() {
        return data.resolve("run").resolve(name + ".pid");
    }

    public Path log() {
        return data.resolve("log").resolve(name + ".log");
    }

    /** Starts the command in a session of its own, so that a Ctrl-C meant for the launcher does not reach it. */
    public void start(Command command) {
        var detached = Command.find("setsid").isPresent() ? command.startedBy("setsid") : command;
        try {
            Files.createDirectories(pidFile().getParent());
            Files.createDirectories(log().getParent());
            var process = detached.builder()
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .start();
            Files.writeString(pidFile(), process.pid() + "\n");
        } catch (IOException e) {
            throw new Failure(
                    name + " cannot be started: " + e.getMessage(), "check that " + data + " is writable and has room");
        }
    }

    /** The running process, if there is one: a pid file whose number went to a younger process names nothing of ours. */
    public Optional<ProcessHandle> process() {
        try {
            var written = Files.getLastModifiedTime(pidFile()).toInstant();
            var pid = Long.parseLong(Files.readString(pidFile()).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> !isZombie(pid))
                    .filter(process -> startedBefore(process, written));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public boolean alive() {
        return process().isPresent();
    }

    /** Asks it to end by the signal ({@code TERM}, {@code INT}), and kills it when the grace is over. */
    public void stop(String signal, Duration grace) {
        process().ifPresent(process -> {
            // The shell's own kill: not every system has a program of that name.
            Command.of("sh", "-c", "kill -" + signal + " " + process.pid()).run();
            if (!Await.met(grace, () -> !alive())) {
                process.destroyForcibly();
                Await.met(AFTER_KILL, () -> !alive());
            }
        });
        forget();
    }

    /** The end without warning, as the kernel or an operator would bring it: {@code kill -9}. */
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            Await.met(AFTER_KILL, () -> !alive());
        });
        forget();
    }

    /** As {@link #kill}, with all processes that it has started. */
    public void killWithChildren() {
        var children = process()
                .map(ProcessHandle::descendants)
                .orElseGet(Stream::empty)
                .toList();
        kill();
        children.forEach(ProcessHandle::destroyForcibly);
        Await.met(AFTER_KILL, () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Waits until it is ready; its death on the way is a failure that quotes the end of its log. */
    public void awaitReady(Duration atMost, BooleanSupplier ready) {
        var met = Await.met(atMost, () -> !alive() || ready.getAsBoolean());
        if (!alive()) {
            throw new Failure(name + " ended while starting: " + lastWords(), "see " + log());
        }
        if (!met) {
            throw new Failure(name + " was not ready within " + atMost.toSeconds() + " s", "see " + log());
        }
    }

    /** The last line of its log that is no frame of a stack trace; of a line of JSON, the message. */
    private String lastWords() {
        try (var lines = Files.lines(log())) {
            var last = lines.filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .reduce("no word in its log", (earlier, later) -> later);
            var message = JSON_MESSAGE.matcher(last);
            return message.find() ? message.group(1) : last;
        } catch (IOException | UncheckedIOException e) {
            return "its log cannot be read";
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedBefore(ProcessHandle process, Instant written) {
        return process.info()
                .startInstant()
                .map(start -> start.isBefore(written.plus(CLOCK_GRAIN)))
                .orElse(true);
    }

    /** In containers nobody may collect the dead; to the JDK they look alive. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
