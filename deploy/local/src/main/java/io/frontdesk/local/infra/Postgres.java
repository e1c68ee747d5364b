package io.frontdesk.local.infra;

import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A private PostgreSQL cluster that listens on this machine only. */
record Postgres(Workspace workspace, Durability durability, Progress progress) {
    private static final String NAME = "postgres";
    private static final String SUPERUSER = "frontdesk_admin";
    private static final String DATABASE = "frontdesk";
    private static final String IMAGE = "pgvector/pgvector:0.8.2-pg17";
    private static final int PORT_INSIDE = 5432;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    /** Starts it where it does not run yet, and returns the superuser's URL. */
    DatabaseUrl start() {
        if (daemon().alive()) {
            return url(workspace.port(NAME, true));
        }
        if (Docker.daemonAnswers()) {
            return startContainer();
        }
        var port = workspace.port(NAME, false);
        var user = ServerUser.choose();
        var programs = PostgresPrograms.findOrUnpack(user.reachable(workspace.tools(), workspace), progress);
        var folder = user.reachable(workspace.data().resolve(NAME), workspace);
        var cluster = folder.resolve("cluster");
        if (!Files.exists(cluster)) {
            progress.step(NAME, "making a cluster in " + folder);
            initialise(programs, user, folder, cluster);
        }
        var words = new ArrayList<>(List.of(programs.program("postgres").toString(), "-D", cluster.toString()));
        settings(programs.buildsIndexesInParallel())
                .forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        words.addAll(
                List.of("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories="));
        daemon().start(user.as(Command.of(words).in(Path.of("/")).with(programs.environment())));
        var url = url(port);
        daemon().awaitReady(START, url.to("postgres")::answers);
        progress.step(NAME, "PostgreSQL with pgvector " + programs.vector() + " on port " + port);
        return url;
    }

    /** INT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them. */
    void stop() {
        daemon().stop("INT", STOP);
        if (Docker.daemonAnswers()) {
            Docker.of(workspace, NAME).stop();
        }
    }

    boolean running() {
        return daemon().alive()
                || (Docker.daemonAnswers() && Docker.of(workspace, NAME).running());
    }

    private DatabaseUrl startContainer() {
        var docker = Docker.of(workspace, NAME);
        var running = docker.running();
        var url = url(workspace.port(NAME, running));
        if (!running) {
            progress.step(NAME, "starting the container " + docker.container());
            var environment = Map.of(
                    "POSTGRES_USER",
                    SUPERUSER,
                    "POSTGRES_PASSWORD",
                    password(),
                    "POSTGRES_DB",
                    DATABASE,
                    "POSTGRES_INITDB_ARGS",
                    "--encoding=UTF8 --locale=C.UTF-8 --data-checksums");
            var arguments = new ArrayList<String>();
            settings(true).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
            docker.start(IMAGE, url.port(), PORT_INSIDE, "/var/lib/postgresql/data", environment, arguments);
        }
        Await.until(
                START,
                url.to("postgres")::answers,
                () -> new Failure(
                        "PostgreSQL in " + docker.container() + " does not answer",
                        "see docker logs " + docker.container()));
        progress.step(NAME, "PostgreSQL in Docker on port " + url.port());
        return url;
    }

    /** Under another name first: one that was cut short is not taken for a cluster. */
    private void initialise(PostgresPrograms programs, ServerUser user, Path folder, Path cluster) {
        var unfinished = folder.resolve("unfinished");
        var passwordFile = folder.resolve("password");
        var sync = durability == Durability.SAFE ? "--data-checksums" : "--no-sync";
        try {
            Command.of("rm", "-rf", unfinished.toString(), passwordFile.toString())
                    .run();
            Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(passwordFile, password());
            user.own(folder);
            var words = new ArrayList<>(List.of(programs.program("initdb").toString(), "-D", unfinished.toString()));
            words.addAll(List.of("-U", SUPERUSER, "--pwfile=" + passwordFile, "--auth=scram-sha-256"));
            words.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions", sync));
            user.as(Command.of(words).in(Path.of("/")).with(programs.environment()))
                    .runOrFail("check that the disk has room for " + folder);
            Files.delete(passwordFile);
            Files.move(unfinished, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ordinary ones, for a machine that does other things too. Two replicas of the three services that have a database
     * open 25 connections each; tests open many pools at once.
     */
    private Map<String, String> settings(boolean parallelIndexBuilds) {
        var settings = new TreeMap<>(Map.of(
                "max_connections", "400",
                "shared_buffers", "256MB",
                "effective_cache_size", "2GB",
                "work_mem", "16MB",
                "random_page_cost", "1.1",
                "effective_io_concurrency", "200",
                "jit", "off",
                "timezone", "UTC",
                "max_wal_size", "2GB",
                "log_min_messages", "warning"));
        if (!parallelIndexBuilds) {
            settings.put("max_parallel_maintenance_workers", "0");
        }
        if (durability == Durability.NONE) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        return settings;
    }

    private DatabaseUrl url(int port) {
        return new DatabaseUrl(SUPERUSER, password(), "127.0.0.1", port, DATABASE);
    }

    private String password() {
        return workspace.secrets().get("POSTGRES_PASSWORD");
    }

    private Daemon daemon() {
        return workspace.daemon(NAME);
    }
}
