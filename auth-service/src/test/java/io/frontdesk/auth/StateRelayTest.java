package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.database.TenantDatabase;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gateways have to know arrives, whatever happens to Redis. */
@QuarkusTest
@WithTestResource(value = GatedRedisResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class StateRelayTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAYS_AGO = "1000";

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Inject
    TenantDatabase database;

    @Inject
    PgStateChangeStore waiting;

    @Inject
    TenantStates states;

    @Inject
    Owner owner;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    RedisGate gate;

    private UUID tenant;

    @BeforeEach
    void found() {
        tenant = newTenant();
    }

    @AfterEach
    void open() {
        gate.open();
    }

    @Test
    void bringsWhatWasCommittedWhileRedisWasAway() throws SQLException {
        var change = facts(2, TenantState.SUSPENDED);
        gate.shut();
        commit(change);

        assertThatThrownBy(() -> states.announce(change).await().atMost(PATIENCE))
                .isInstanceOf(AuthError.StateNotWritten.class);
        assertThat(waitingChanges()).containsExactly("1");
        gate.open();

        await().atMost(PATIENCE).until(() -> waitingChanges().equals(List.of("0")));
        assertThat(state()).containsEntry(TenantState.STATUS, TenantState.SUSPENDED);
    }

    @Test
    void bringsWhatAReplicaLeftWhenItDied() {
        var user = TenantState.epochOfUser(Ids.next());

        commit(StateChange.Epoch.of(tenant, user, 3));

        await().atMost(PATIENCE).until(() -> "3".equals(state().get(user)));
    }

    @Test
    void leavesNothingBehindOfAChangeThatWasAnnounced() throws SQLException {
        var change = facts(2, TenantState.SUSPENDED);
        commit(change);

        states.announce(change).await().atMost(PATIENCE);

        assertThat(waitingChanges()).containsExactly("0");
        assertThat(state()).containsEntry(TenantState.STATUS, TenantState.SUSPENDED);
    }

    @Test
    void doesNotUndoWhatIsNewer() {
        write(facts(3, TenantState.SUSPENDED));
        write(facts(2, TenantState.ACTIVE));

        assertThat(state())
                .containsEntry(TenantState.STATUS, TenantState.SUSPENDED)
                .containsEntry("version", "3");
    }

    @Test
    void neverLowersAnEpoch() {
        var key = TenantState.epochOfKey(Ids.next());
        write(StateChange.Epoch.of(tenant, key, 2));
        write(StateChange.Epoch.of(tenant, key, 1));

        assertThat(state()).containsEntry(key, "2");
    }

    @Test
    void forgetsEpochsThatNoGrantIsOlderThan() {
        var old = TenantState.epochOfKey(Ids.next());
        var recent = TenantState.epochOfKey(Ids.next());
        write(StateChange.Epoch.of(tenant, old, 1));
        redis.execute("zadd", "tenant:{" + tenant + "}:epochs", DAYS_AGO, old);

        write(StateChange.Epoch.of(tenant, recent, 1));

        assertThat(state()).doesNotContainKey(old).containsEntry(recent, "1");
    }

    @Test
    void writesEveryStateAgainThatRedisHasLost() {
        write(facts(1, TenantState.ACTIVE));
        UUID another = newTenant();
        await().atMost(PATIENCE).until(() -> redis.key().exists("auth:{states}:complete"));

        redis.execute("flushdb");

        await().atMost(PATIENCE).until(() -> redis.key().exists("auth:{states}:complete"));
        assertThat(state())
                .containsEntry(TenantState.STATUS, TenantState.ACTIVE)
                .containsEntry(TenantState.PLAN, "standard")
                .containsEntry(TenantState.SETTINGS_VERSION, "1")
                .containsEntry(TenantState.VERSION, "1");
        assertThat(redis.hash(String.class).hgetall(TenantState.key(another)))
                .containsEntry(TenantState.STATUS, TenantState.ACTIVE);
    }

    private StateChange facts(long version, String status) {
        return StateChange.Facts.of(tenant, version, status, "standard", 1);
    }

    private void commit(StateChange change) {
        database.inTransaction(tenant, transaction -> waiting.append(transaction, change))
                .await()
                .atMost(PATIENCE);
    }

    private void write(StateChange change) {
        states.write(change).await().atMost(PATIENCE);
    }

    private Map<String, String> state() {
        return redis.hash(String.class).hgetall(TenantState.key(tenant));
    }

    private List<String> waitingChanges() throws SQLException {
        return owner.query("select count(*) from state_changes");
    }
}
