package io.frontdesk.local.infra;

import io.frontdesk.local.process.Await;
import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private PostgreSQL cluster that listens on this machine only. */
record Postgres(Workspace workspace, Durability durability, Progress progress) {
    private static final String NAME = "postgres";
    private static final String SUPERUSER = "frontdesk_admin";
    private static final String DATABASE = "frontdesk";
    private static final String IMAGE = "pgvector/pgvector:0.8.2-pg17";
    private static final int PORT_INSIDE = 5432;
    private static final Duration START = Duration.ofSeconds(60);

    /** Starts it where it does not run yet, and returns the superuser's URL. */
    DatabaseUrl start() {
        if (daemon().alive()) {
            return url(workspace.port(NAME, true));
        }
        if (Docker.daemonAnswers()) {
            return startContainer();
        }
        return startProgram();
    }

    /** Starts it from the distribution's programs. */
    DatabaseUrl startProgram() {
        var cluster = cluster();
        if (!cluster.exists()) {
            progress.step(NAME, "making a cluster in " + cluster.folder());
            cluster.initialise(SUPERUSER, password());
        }
        var url = url(workspace.port(NAME, false));
        cluster.serve(url);
        progress.step(NAME, "PostgreSQL with pgvector " + cluster.programs().vector() + " on port " + url.port());
        return url;
    }

    /** Forgets all data; it may not run. */
    void forget() {
        cluster().delete();
    }

    void stop() {
        PostgresCluster.stop(daemon());
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
            PostgresCluster.settings(durability, true)
                    .forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
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

    private PostgresCluster cluster() {
        return PostgresCluster.of(workspace, NAME, durability, progress);
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
