package io.frontdesk.testing;

import io.frontdesk.local.TestInfrastructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the launcher's Redis is asked, in order, until it is closed; what scripts do in it is not told. */
public final class RedisMonitor implements AutoCloseable {
    private static final Pattern COMMAND = Pattern.compile("\\+(\\d+\\.\\d+) \\[\\d+ (\\S+)] \"(\\w+)\"(.*)");
    private static final String BY_A_SCRIPT = "lua";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI redis = URI.create(TestInfrastructure.ensure().redisUrl());
    private final Socket connection;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * A command.
     *
     * @param at seconds of Redis' clock
     * @param arguments each in quotes
     */
    public record Asked(double at, String command, String arguments) {
        /** Whether it names this. */
        public boolean names(Object value) {
            return arguments.contains(value.toString());
        }
    }

    private RedisMonitor() throws IOException {
        connection = send("MONITOR");
        Thread.ofVirtual().start(this::listen);
    }

    public static RedisMonitor begin() {
        try {
            return new RedisMonitor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it has been asked until now. */
    public List<Asked> asked() {
        String mark = UUID.randomUUID().toString();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        try (Socket marking = send("ECHO " + mark)) {
            while (asked.stream().noneMatch(one -> one.names(mark))) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException(marking + " is not told of");
                }
                Thread.sleep(5);
            }
            return asked.stream().filter(one -> !one.names(mark)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Socket send(String command) throws IOException {
        var socket = new Socket(redis.getHost(), redis.getPort());
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(COMMAND::matcher).filter(Matcher::matches).forEach(this::note);
        } catch (IOException | UncheckedIOException e) {
            // It has been closed.
        }
    }

    private void note(Matcher command) {
        if (!command.group(2).equals(BY_A_SCRIPT)) {
            asked.add(new Asked(Double.parseDouble(command.group(1)), command.group(3), command.group(4)));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
