package io.frontdesk.local.infra;

import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;

/** A PostgreSQL of its own with a streaming replica, made anew, for a test that kills or holds up the replica. */
public final class TestReplication implements AutoCloseable {
    private final Postgres postgres;
    private final PostgresReplica standby;
    private final Database primary;
    private final Database replica;

    private TestReplication(Postgres postgres, PostgresReplica standby, Workspace workspace) {
        this.postgres = postgres;
        this.standby = standby;
        this.primary = Database.furnished(postgres.startProgram(), workspace.secrets());
        this.replica = new Database(standby.start(primary.admin()), primary.secret());
    }

    /** Starts both in a data folder of their own, which one test at a time can use. */
    public static TestReplication start() {
        var root = Workspace.findRoot();
        var workspace = new Workspace(root, root.resolve(".local").resolve("test-replication"));
        var progress = Progress.to(System.err);
        var postgres = new Postgres(workspace, Durability.NONE, progress);
        var standby = new PostgresReplica(workspace, 1, Durability.NONE, progress);
        // What a killed test left behind.
        standby.stop();
        postgres.stop();
        standby.forget();
        postgres.forget();
        return new TestReplication(postgres, standby, workspace);
    }

    public Database primary() {
        return primary;
    }

    /** The same database on the replica. */
    public Database replica() {
        return replica;
    }

    /** {@code kill -9}. */
    public void killReplica() {
        standby.kill();
    }

    /** Starts the replica again; it follows the primary from where it was. */
    public void startReplica() {
        standby.start(primary.admin());
    }

    @Override
    public void close() {
        standby.stop();
        postgres.stop();
    }
}
