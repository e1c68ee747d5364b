package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.local.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is asked; what they answer over SQL is tried by the services that search. */
class ReadDatabaseTest {
    private static final String NOWHERE = "postgresql://nobody:secret@localhost:1/none";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Vertx VERTX = Vertx.vertx();
    private static String there = "";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway") // No statement reaches it.
    private final TenantDatabase primary = new TenantDatabase(null);

    @BeforeAll
    static void findPostgres() {
        there = TestInfrastructure.ensure().createDatabase("replicas").url("auth");
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksThePrimaryWhereThereIsNoReplica() {
        var database = database(LONG);

        assertThat(database.hasReplicas()).isFalse();
        assertThat(read(database, asked -> item(asked))).isSameAs(primary);
    }

    @Test
    void asksTheReplicaWithTheLeastUnderWay() {
        var database = database(LONG, there, there, there);
        Set<TenantDatabase> busy = new HashSet<>();

        for (int i = 0; i < 3; i++) {
            database.read(asked -> busy.add(asked) ? Uni.createFrom().nothing() : item(asked), fresh -> true)
                    .subscribe()
                    .with(never -> {});
        }

        assertThat(busy).hasSize(3).doesNotContain(primary);
    }

    @Test
    void asksAnyOfThoseThatAreEquallyIdle() {
        var database = database(LONG, there, there);
        Set<TenantDatabase> asked = new HashSet<>();

        for (int i = 0; i < 100; i++) {
            asked.add(read(database, Uni.createFrom()::item));
        }

        assertThat(asked).hasSize(2);
    }

    @Test
    void asksThePrimaryForWhatAReplicaDoesNotHaveYet() {
        var database = database(LONG, there);

        var found =
                database.read(Uni.createFrom()::item, primary::equals).await().atMost(LIMIT);

        assertThat(found).isSameAs(primary);
        assertThat(reads("stale")).isEqualTo(1);
        assertThat(read(database, Uni.createFrom()::item)).isNotSameAs(primary);
    }

    @Test
    void asksThePrimaryWhereAReplicaFailsAndLetsItRest() {
        var database = database(LONG, NOWHERE);
        Set<TenantDatabase> asked = new HashSet<>();

        assertThat(read(database, this::onlyThePrimaryCan)).isSameAs(primary);
        read(database, any -> {
            asked.add(any);
            return item(any);
        });

        assertThat(asked).containsExactly(primary);
        assertThat(reads("failed")).isEqualTo(1);
        assertThat(serving()).isZero();
    }

    @Test
    void asksAReplicaAgainOnceItAnswers() {
        var database = database(LONG, there);
        read(database, this::onlyThePrimaryCan);

        await().atMost(LIMIT).until(() -> serving() == 1);

        assertThat(read(database, Uni.createFrom()::item)).isNotSameAs(primary);
    }

    @Test
    void waitsForAReplicaNoLongerThanItsPatience() {
        var database = database(Duration.ofMillis(50), NOWHERE);

        var found = read(
                database,
                asked -> asked == primary ? item(asked) : Uni.createFrom().nothing());

        assertThat(found).isSameAs(primary);
        assertThat(serving()).isZero();
    }

    @Test
    void holdsNothingAgainstAReplicaThatThePrimaryCannotDoEither() {
        var database = database(LONG, there);

        assertThatThrownBy(() -> read(
                        database, asked -> Uni.createFrom().failure(new IllegalArgumentException("no such question"))))
                .hasMessage("no such question");

        assertThat(serving()).isEqualTo(1);
    }

    private Uni<TenantDatabase> onlyThePrimaryCan(TenantDatabase asked) {
        return asked == primary ? item(asked) : Uni.createFrom().failure(new IllegalStateException("down"));
    }

    private static Uni<TenantDatabase> item(TenantDatabase database) {
        return Uni.createFrom().item(database);
    }

    private static TenantDatabase read(ReadDatabase database, Function<TenantDatabase, Uni<TenantDatabase>> reading) {
        return database.read(reading, fresh -> true).await().atMost(LIMIT);
    }

    private double reads(String outcome) {
        return metrics.get("read.replica.reads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double serving() {
        return metrics.get("read.replica.serving").gauge().value();
    }

    private ReadDatabase database(Duration patience, String... urls) {
        return new ReadDatabase(primary, new Config(Optional.of(List.of(urls)), patience), VERTX, metrics);
    }

    private record Config(Optional<List<String>> urls, Duration patience) implements ReadReplicaConfig {
        @Override
        public int poolSize() {
            return 2;
        }

        @Override
        public Duration rest() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration longestRest() {
            return Duration.ofMillis(100);
        }
    }
}
