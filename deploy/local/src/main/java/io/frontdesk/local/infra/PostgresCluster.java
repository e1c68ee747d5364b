package io.frontdesk.local.infra;

import io.frontdesk.local.process.Command;
import io.frontdesk.local.process.Daemon;
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

/**
 * The data of one PostgreSQL and the process that serves it from the distribution's programs.
 *
 * @param folder that holds the cluster and what it is made from
 */
record PostgresCluster(Daemon daemon, Path folder, Durability durability, ServerUser user, PostgresPrograms programs) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    static PostgresCluster of(Workspace workspace, String name, Durability durability, Progress progress) {
        var user = ServerUser.choose();
        return new PostgresCluster(
                workspace.daemon(name),
                user.reachable(workspace.data().resolve(name), workspace),
                durability,
                user,
                PostgresPrograms.findOrUnpack(user.reachable(workspace.tools(), workspace), progress));
    }

    /** INT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them. */
    static void stop(Daemon daemon) {
        daemon.stop("INT", STOP);
    }

    boolean exists() {
        return Files.exists(data());
    }

    void delete() {
        Command.of("rm", "-rf", data().toString()).run();
    }

    /** Makes an empty one. */
    void initialise(String superuser, String password) {
        var passwordFile = folder.resolve("password");
        try {
            Files.deleteIfExists(passwordFile);
            Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(passwordFile, password);
            make(List.of(
                    programs.program("initdb").toString(),
                    "--username=" + superuser,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions",
                    durability == Durability.SAFE ? "--data-checksums" : "--no-sync"));
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a copy of a running one, which follows it from then on. */
    void copy(DatabaseUrl primary) {
        var words = new ArrayList<>(List.of(
                programs.program("pg_basebackup").toString(),
                "--host=" + primary.host(),
                "--port=" + primary.port(),
                "--username=" + primary.user(),
                "--write-recovery-conf",
                "--checkpoint=fast"));
        if (durability == Durability.NONE) {
            words.add("--no-sync");
        }
        make(words, Map.of("PGPASSWORD", primary.password()));
    }

    /** Runs it until it answers at this URL. */
    void serve(DatabaseUrl url) {
        var words = new ArrayList<>(List.of(programs.program("postgres").toString(), "-D", data().toString()));
        settings(durability, programs.buildsIndexesInParallel())
                .forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        words.addAll(List.of(
                "-c", "listen_addresses=127.0.0.1", "-c", "port=" + url.port(), "-c", "unix_socket_directories="));
        daemon.start(user.as(Command.of(words).in(Path.of("/")).with(programs.environment())));
        daemon.awaitReady(START, url.to("postgres")::answers);
    }

    /**
     * Ordinary ones, for a machine that does other things too. Two replicas of the three services that have a database
     * open at most 210 connections (55 for retrieval, 25 for each of the others); tests open many pools at once.
     */
    static Map<String, String> settings(Durability durability, boolean parallelIndexBuilds) {
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
        // A replica that was away follows again from here, and vacuum waits for what its searches still see.
        settings.putAll(Map.of("wal_keep_size", "256MB", "hot_standby_feedback", "on"));
        if (!parallelIndexBuilds) {
            settings.put("max_parallel_maintenance_workers", "0");
        }
        if (durability == Durability.NONE) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        return settings;
    }

    private void make(List<String> words) {
        make(words, Map.of());
    }

    /** Under another name first: one that was cut short is not taken for a cluster. */
    private void make(List<String> maker, Map<String, String> environment) {
        var unfinished = folder.resolve("unfinished");
        Command.of("rm", "-rf", unfinished.toString()).run();
        user.own(folder);
        var words = new ArrayList<>(maker);
        words.add("--pgdata=" + unfinished);
        user.as(Command.of(words).in(Path.of("/")).with(programs.environment()).with(environment))
                .runOrFail("check that the disk has room for " + folder);
        try {
            Files.move(unfinished, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return folder.resolve("cluster");
    }
}
