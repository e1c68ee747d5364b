package io.frontdesk.bench.process;

import io.frontdesk.bench.environment.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server that runs beside the benchmark, and ends with it. */
public final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Thread atExit;
    private final URI base;
    private final URI ready;

    private Child(Process process, URI base, URI ready) {
        this.process = process;
        this.base = base;
        this.ready = ready;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a server and waits until {@code GET /hello} answers on its port. */
    static Child start(ProcessBuilder command, int port, Path log) {
        return start(command, port, URI.create("http://127.0.0.1:%d/hello".formatted(port)), log);
    }

    /** Starts a server and waits until it is ready. */
    static Child start(ProcessBuilder command, int port, URI ready, Path log) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var child = new Child(process, URI.create("http://127.0.0.1:" + port), ready);
            try {
                child.awaitReady(log);
                return child;
            } catch (RuntimeException notReady) {
                child.close();
                throw notReady;
            }
        } catch (IOException failed) {
            throw new Failure(
                    "%s does not run: %s".formatted(command.command().getFirst(), failed.getMessage()), failed);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new Failure("no free port", none);
        }
    }

    public URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private void awaitReady(Path log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new Failure("a server did not start; see " + log);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", interrupted);
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(ready).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
