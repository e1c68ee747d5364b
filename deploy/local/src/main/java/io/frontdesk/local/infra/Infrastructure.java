package io.frontdesk.local.infra;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The running servers.
 *
 * @param database the suite's database
 * @param readReplicas the same database on streaming replicas, which can be read only
 * @param redisUrl {@code redis://host:port}
 * @param kafkaBootstrapServers {@code host:port}
 */
public record Infrastructure(
        Database database, List<Database> readReplicas, String redisUrl, String kafkaBootstrapServers) {
    /** How many read replicas can be asked for. */
    public static final int MOST_READ_REPLICAS = PostgresReplica.MOST;

    public Infrastructure {
        readReplicas = List.copyOf(readReplicas);
    }

    /**
     * Finds or starts all three, at the same time; those that run already are left as they are.
     *
     * @param environment where {@code DATABASE_URL}, {@code REDIS_URL} and {@code KAFKA_BOOTSTRAP_SERVERS} may name servers
     */
    public static Infrastructure start(
            Workspace workspace, Map<String, String> environment, Durability durability, Progress progress) {
        return workspace.locked(() -> {
            var database = inParallel(() -> Database.furnished(
                    named(environment, "DATABASE_URL")
                            .map(DatabaseUrl::parse)
                            .orElseGet(() -> new Postgres(workspace, durability, progress).start()),
                    workspace.secrets()));
            var redis = inParallel(() -> named(environment, "REDIS_URL")
                    .map(Redis::answering)
                    .orElseGet(() -> new Redis(workspace, durability, progress).start()));
            var kafka = inParallel(() -> named(environment, "KAFKA_BOOTSTRAP_SERVERS")
                    .map(Kafka::withTopics)
                    .orElseGet(() -> new Kafka(workspace, progress).start()));
            return new Infrastructure(result(database), List.of(), result(redis), result(kafka));
        });
    }

    /**
     * The same with this many read replicas of the private PostgreSQL, found or started; others of it are stopped.
     *
     * @throws Failure where PostgreSQL is none of ours, whose replicas {@code READ_REPLICA_URLS} names
     */
    public Infrastructure withReadReplicas(int number, Workspace workspace, Progress progress) {
        return workspace.locked(() -> {
            var wanted = PostgresReplica.all(workspace, progress).limit(number).toList();
            PostgresReplica.all(workspace, progress).skip(number).forEach(PostgresReplica::stop);
            if (!wanted.isEmpty() && !workspace.daemon("postgres").alive()) {
                throw new Failure(
                        "PostgreSQL does not run from programs of the launcher, so it cannot be copied",
                        "name its replicas by READ_REPLICA_URLS");
            }
            var databases = wanted.stream()
                    .map(replica -> new Database(replica.start(database.admin()), database.secret()))
                    .toList();
            return new Infrastructure(database, databases, redisUrl, kafkaBootstrapServers);
        });
    }

    /** Stops what was started in this workspace; servers that the environment named are not ours to stop. */
    public static void stop(Workspace workspace, Progress progress) {
        new Kafka(workspace, progress).stop();
        new Redis(workspace, Durability.SAFE, progress).stop();
        PostgresReplica.all(workspace, progress).forEach(PostgresReplica::stop);
        new Postgres(workspace, Durability.SAFE, progress).stop();
    }

    /**
     * The end of a server of this workspace without warning, with every process of it; {@link #start} brings it back.
     *
     * @param server by the name that {@link #status} gives it
     */
    public static void kill(Workspace workspace, String server) {
        workspace.daemon(server).killWithChildren();
    }

    /** Which of the servers of this workspace run. */
    public static Map<String, Boolean> status(Workspace workspace) {
        Progress silent = (subject, what) -> {};
        var status = new LinkedHashMap<String, Boolean>();
        status.put("postgres", new Postgres(workspace, Durability.SAFE, silent).running());
        PostgresReplica.all(workspace, silent)
                .filter(PostgresReplica::running)
                .forEach(replica -> status.put(replica.name(), true));
        status.put("redis", new Redis(workspace, Durability.SAFE, silent).running());
        status.put("kafka", new Kafka(workspace, silent).running());
        return status;
    }

    private static Optional<String> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static <T> CompletableFuture<T> inParallel(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> Thread.ofVirtual().start(task));
    }

    private static <T> T result(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw e;
        }
    }
}
