package io.frontdesk.local.infra;

import io.frontdesk.local.process.Daemon;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A streaming replica (hot standby) of this workspace's {@link Postgres}.
 *
 * @param number from 1
 */
record PostgresReplica(Workspace workspace, int number, Durability durability, Progress progress) {
    /** As many as may be asked for. */
    static final int MOST = 3;

    static Stream<PostgresReplica> all(Workspace workspace, Progress progress) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> new PostgresReplica(workspace, number, Durability.SAFE, progress));
    }

    /** Starts it where it does not run yet, copied from the primary where it never ran; returns its superuser's URL. */
    DatabaseUrl start(DatabaseUrl primary) {
        if (daemon().alive()) {
            return url(primary, true);
        }
        var cluster = PostgresCluster.of(workspace, name(), durability, progress);
        if (!cluster.exists()) {
            progress.step(name(), "copying the primary into " + cluster.folder());
            cluster.copy(primary);
        }
        var url = url(primary, false);
        cluster.serve(url);
        progress.step(name(), "a replica that streams from port " + primary.port() + ", on port " + url.port());
        return url;
    }

    void stop() {
        PostgresCluster.stop(daemon());
    }

    /** The end without warning. */
    void kill() {
        daemon().kill();
    }

    boolean running() {
        return daemon().alive();
    }

    /** Forgets all data; it may not run. */
    void forget() {
        PostgresCluster.of(workspace, name(), durability, progress).delete();
    }

    String name() {
        return "postgres-replica-" + number;
    }

    private DatabaseUrl url(DatabaseUrl primary, boolean running) {
        return new DatabaseUrl(
                primary.user(), primary.password(), "127.0.0.1", workspace.port(name(), running), primary.database());
    }

    private Daemon daemon() {
        return workspace.daemon(name());
    }
}
