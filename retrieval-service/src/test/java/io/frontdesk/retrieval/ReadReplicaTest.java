package io.frontdesk.retrieval;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.TestReplication;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.RedisResource;
import io.frontdesk.testing.ReplicationResource;
import io.frontdesk.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches on a streaming replica that lags, dies and returns, while a document changes all the time. */
@QuarkusTest
@TestProfile(ReadReplicaTest.Uncached.class)
@WithTestResource(value = ReplicationResource.class, initArgs = @ResourceArg(name = "service", value = "retrieval"))
@WithTestResource(RedisResource.class)
@WithTestResource(AuthServerResource.class)
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and by the resource.
class ReadReplicaTest {
    private static final int SOME = 20;

    @Inject
    MeterRegistry metrics;

    TestReplication replication;

    @TestHTTPResource("/internal/v1")
    URI service;

    private final UUID tenant = Ids.next();
    private final UUID document = Ids.next();

    /** Every search is to reach a database. */
    public static class Uncached implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("frontdesk.search.cache.enabled", "false");
        }
    }

    @BeforeEach
    void theReplicaServes() {
        await().atMost(60, SECONDS)
                .until(() -> metrics.get("read.replica.serving").gauge().value() == 1);
    }

    @Test
    void searchesThePrimaryWhereNoVersionIsKnown() {
        double before = reads("answered");

        ServiceTest.search(TestTokens.bearer(tenant, Scope.SEARCH), "anything").statusCode(200);

        assertThat(reads("answered")).isEqualTo(before);
    }

    @Test
    void failsNoSearchAndAnswersNoneFromThePast() throws SQLException {
        try (var traffic = new ChangingDocument(service, tenant, document)) {
            awaitMore("answered");

            execute(replication.replica(), "select pg_wal_replay_pause()");
            awaitMore("stale");
            execute(replication.replica(), "select pg_wal_replay_resume()");
            awaitMore("answered");

            double answered = reads("answered");
            replication.killReplica();
            await().atMost(60, SECONDS).until(() -> reads("failed") > 0);
            long searched = traffic.searches();
            await().atMost(60, SECONDS).until(() -> traffic.searches() > searched + SOME);
            replication.startReplica();
            awaitMore("answered");

            assertThat(traffic.problems()).isEmpty();
            assertThat(reads("answered")).isGreaterThan(answered);
            System.out.printf(
                    "%d searches, %d changes; on the replica %.0f answered, %.0f too old, %.0f failed; none failed, none stale%n",
                    traffic.searches(), traffic.changes(), reads("answered"), reads("stale"), reads("failed"));
        }
    }

    private void awaitMore(String outcome) {
        double before = reads(outcome);
        await().atMost(60, SECONDS).until(() -> reads(outcome) >= before + SOME);
    }

    private double reads(String outcome) {
        var counter = metrics.find("read.replica.reads").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
