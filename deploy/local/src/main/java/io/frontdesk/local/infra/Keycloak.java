package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.FolderLock;
import io.frontdesk.local.workspace.Ports;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A private Keycloak, from its distribution that Maven fetches, with its database in memory: somebody's identity provider. */
public final class Keycloak implements AutoCloseable {
    static final String ADMIN = "admin";

    private static final String NAME = "keycloak";
    private static final Duration START = Duration.ofMinutes(4);

    /** Below the ports that systems give to outgoing connections, so that it is still free when the server gets to it. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;

    private final Workspace workspace;
    private final Progress progress;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Keycloak(Workspace workspace, Progress progress, int port) {
        this.workspace = workspace;
        this.progress = progress;
        this.port = port;
    }

    /** A server that is not started yet, so that others can be told where it will be. */
    public static Keycloak at(Workspace workspace, Progress progress) {
        int port = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT))
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
        return new Keycloak(workspace, progress, port);
    }

    /** {@code host:port}. */
    public String authority() {
        return "127.0.0.1:" + port;
    }

    public URI url() {
        return URI.create("http://" + authority());
    }

    /** Starts it where it does not run yet, and waits until it answers. */
    public Keycloak start() {
        if (!daemon().alive()) {
            var home = home();
            daemon().start(command(home).with(bootstrapAdmin()));
            daemon().awaitReady(START, this::answers);
            progress.step(NAME, "Keycloak on port " + port);
        }
        return this;
    }

    /** A new realm, whose name may not be in use. */
    public KeycloakRealm realm(KeycloakRealm.Definition definition) {
        return KeycloakRealm.create(url(), http, definition);
    }

    @Override
    public void close() {
        daemon().kill();
        http.close();
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(url().resolve("/realms/master"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + NAME, e);
        }
    }

    private static Map<String, String> bootstrapAdmin() {
        return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    }

    /**
     * As {@code bin/kc.sh} starts it, but for the heap, the collector and the compiler, which suit a short life; and without a
     * shell that would have to be ended too.
     */
    private Command command(Path home) {
        return Command.of(
                        Command.java(),
                        "-Xms128m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname-strict=false")
                .in(home);
    }

    /** The distribution, fetched, unpacked and built for these options once. */
    private Path home() {
        var home = workspace.tools().resolve("keycloak-" + version());
        return FolderLock.holding(workspace.tools().resolve("keycloak.lock"), () -> {
            if (!Files.isDirectory(home)) {
                var fetching = Workspace.folder(workspace.tools().resolve("keycloak-fetching"));
                progress.step(NAME, "fetching the distribution, version " + version());
                unpack(fetching);
                var unpacked = fetching.resolve(home.getFileName());
                build(unpacked);
                move(unpacked, home);
            }
            return home;
        });
    }

    private void unpack(Path into) {
        Command.of(
                        workspace.root().resolve("mvnw").toString(),
                        "-B",
                        "-q",
                        "-N",
                        "dependency:unpack",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version() + ":zip",
                        "-DoutputDirectory=" + into,
                        "-Dmdep.overWriteReleases=true")
                .in(workspace.root())
                .runOrFail("check that Maven reaches its repositories");
    }

    private static void build(Path unpacked) {
        Command.of("sh", unpacked.resolve("bin/kc.sh").toString(), "build", "--db=dev-mem")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .in(unpacked)
                .runOrFail("delete " + unpacked);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        var versions = new Properties();
        try (var in = Keycloak.class.getResourceAsStream("/io/frontdesk/local/versions.properties")) {
            versions.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty(NAME);
    }

    private Daemon daemon() {
        return workspace.daemon(NAME);
    }
}
