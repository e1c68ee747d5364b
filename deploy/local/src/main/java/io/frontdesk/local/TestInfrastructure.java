package io.frontdesk.local;

import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.infra.TestDatabases;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.time.Clock;

/**
 * PostgreSQL, Redis and Kafka for tests: started by the first that asks, found by all others, left running until
 * {@code make down}.
 */
public final class TestInfrastructure {
    private final Infrastructure servers;
    private final TestDatabases databases;

    private TestInfrastructure(Infrastructure servers) {
        this.servers = servers;
        this.databases = new TestDatabases(servers.database(), Clock.systemUTC());
    }

    /** Starts or finds the servers; safe to call from any number of tests at once. */
    public static TestInfrastructure ensure() {
        return ensure(Progress.to(System.err));
    }

    static TestInfrastructure ensure(Progress progress) {
        var workspace = Workspace.test(Workspace.findRoot());
        var servers = Infrastructure.start(workspace, System.getenv(), Durability.NONE, progress);
        var infrastructure = new TestInfrastructure(servers);
        infrastructure.databases.dropOld();
        return infrastructure;
    }

    /** A new database, empty but for schemas, roles and extension; it is dropped when it is a day old. */
    public Database createDatabase(String prefix) {
        return databases.create(prefix);
    }

    public String redisUrl() {
        return servers.redisUrl();
    }

    public String kafkaBootstrapServers() {
        return servers.kafkaBootstrapServers();
    }
}
