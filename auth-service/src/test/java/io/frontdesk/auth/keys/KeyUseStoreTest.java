package io.frontdesk.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.Owner;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyUseStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Inject
    KeyUseStore store;

    @Inject
    InstalledKeys keys;

    @Inject
    Tenants tenants;

    @Inject
    Owner owner;

    private final UUID tenant = Ids.next();
    private final Random random = new Random();

    @BeforeEach
    void foundATenant() {
        tenants.ensure(tenant, new DisplayName("A"), "standard").await().indefinitely();
    }

    @Test
    void keepsTheLatestUse() throws SQLException {
        UUID key = newKey();

        save(Map.of(key, NOON));
        save(Map.of(key, NOON.minusSeconds(60)));

        assertThat(lastUses()).containsExactly("12:00:00");

        save(Map.of(key, NOON.plusSeconds(1), Ids.next(), NOON));

        assertThat(lastUses()).containsExactly("12:00:01");
    }

    /** In whatever order they name them. */
    @Test
    void takesTheSameKeysFromManyReplicasAtOnce() throws SQLException {
        List<UUID> used = IntStream.range(0, 20).mapToObj(i -> newKey()).toList();

        var replicas = IntStream.range(0, 10)
                .mapToObj(replica -> {
                    Map<UUID, Instant> uses = new HashMap<>();
                    used.forEach(key -> uses.put(key, NOON.plusSeconds(replica)));
                    return store.save(uses).subscribeAsCompletionStage();
                })
                .toList();
        replicas.forEach(replica -> replica.join());

        assertThat(lastUses()).hasSize(20).containsOnly("12:00:09");
    }

    private void save(Map<UUID, Instant> uses) {
        store.save(uses).await().indefinitely();
    }

    private UUID newKey() {
        UUID id = Ids.next();
        keys.replace(tenant, id, Scopes.of(Scope.CHAT), ApiKeyText.random(random))
                .await()
                .indefinitely();
        return id;
    }

    private List<String> lastUses() throws SQLException {
        return owner.query("select to_char(last_used_at at time zone 'UTC', 'HH24:MI:SS') from api_keys"
                + " where tenant_id = '" + tenant + "'");
    }
}
