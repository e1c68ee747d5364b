package io.frontdesk.local.infra;

import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.FolderLock;
import io.frontdesk.local.workspace.Ports;
import io.frontdesk.local.workspace.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A private Redis that listens on this machine only. It plays both roles, cache and state, so it may not evict. */
record Redis(Workspace workspace, Durability durability, Progress progress) {
    private static final String NAME = "redis";
    private static final String IMAGE = "redis:7-alpine";
    private static final int PORT_INSIDE = 6379;
    private static final int OLDEST = 7;
    private static final Duration START = Duration.ofSeconds(20);

    /** Starts it where it does not run yet, and returns its URL. */
    String start() {
        if (daemon().alive()) {
            return url(workspace.port(NAME, true));
        }
        if (Docker.daemonAnswers()) {
            return startContainer();
        }
        var port = workspace.port(NAME, false);
        var data = Workspace.folder(workspace.data().resolve(NAME));
        var server = program();
        var words = Stream.concat(
                Stream.of(
                        server.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--dir",
                        data.toString()),
                settings().stream());
        daemon().start(Command.of(words.toList()).with(libraries(server)));
        daemon().awaitReady(START, () -> Ports.answers("127.0.0.1", port));
        progress.step(NAME, "Redis on port " + port);
        return url(port);
    }

    void stop() {
        daemon().stop("TERM", START);
        if (Docker.daemonAnswers()) {
            Docker.of(workspace, NAME).stop();
        }
    }

    boolean running() {
        return daemon().alive()
                || (Docker.daemonAnswers() && Docker.of(workspace, NAME).running());
    }

    /**
     * The same URL, once the server that it names has taken a connection.
     *
     * @throws Failure when there is none
     */
    static String answering(String url) {
        var uri = URI.create(url);
        if (uri.getHost() == null || !Ports.answers(uri.getHost(), uri.getPort() < 0 ? PORT_INSIDE : uri.getPort())) {
            throw new Failure(
                    "no Redis answers at " + url,
                    "check REDIS_URL (redis://host:port), or leave it unset to have one started");
        }
        return url;
    }

    private String startContainer() {
        var docker = Docker.of(workspace, NAME);
        var running = docker.running();
        var port = workspace.port(NAME, running);
        if (!running) {
            progress.step(NAME, "starting the container " + docker.container());
            var arguments = Stream.concat(Stream.of("redis-server"), settings().stream())
                    .toList();
            docker.start(IMAGE, port, PORT_INSIDE, "/data", Map.of(), arguments);
        }
        Await.until(
                START,
                () -> Ports.answers("127.0.0.1", port),
                () -> new Failure(
                        "Redis in " + docker.container() + " does not answer",
                        "see docker logs " + docker.container()));
        progress.step(NAME, "Redis in Docker on port " + port);
        return url(port);
    }

    private List<String> settings() {
        var keep = durability == Durability.SAFE ? "yes" : "no";
        return List.of("--appendonly", keep, "--save", "", "--maxmemory-policy", "noeviction");
    }

    private Path program() {
        return FolderLock.holding(workspace.tools().resolve("redis.lock"), this::findOrUnpack);
    }

    private Path findOrUnpack() {
        var unpacked = workspace.tools().resolve("redis");
        var ours = unpacked.resolve("usr/bin/redis-server");
        if (Files.isExecutable(ours)) {
            return ours;
        }
        return Stream.of("redis-server", "valkey-server")
                .flatMap(name -> Command.find(name).stream())
                .filter(Redis::isNewEnough)
                .findFirst()
                .orElseGet(() -> unpack(unpacked, ours));
    }

    private static boolean isNewEnough(Path server) {
        var version = Command.of(server.toString(), "--version").run();
        return version.ok() && Version.parse(version.output()).major() >= OLDEST;
    }

    private Path unpack(Path into, Path server) {
        if (!Packages.available()) {
            throw new Failure(
                    "there is no Redis of 7 or newer, no Docker daemon and no apt here",
                    "start Docker, or name a Redis by REDIS_URL");
        }
        progress.step(NAME, "unpacking the packages of redis-server into " + into);
        var packages = new Packages(into.resolveSibling("apt-redis"));
        packages.unpackWithLibraries(into, "redis-server", "redis-tools");
        packages.clear();
        return server;
    }

    private Map<String, String> libraries(Path server) {
        var unpacked = workspace.tools().resolve("redis");
        return server.startsWith(unpacked) ? Packages.libraryPath(unpacked) : Map.of();
    }

    private static String url(int port) {
        return "redis://127.0.0.1:" + port;
    }

    private Daemon daemon() {
        return workspace.daemon(NAME);
    }
}
