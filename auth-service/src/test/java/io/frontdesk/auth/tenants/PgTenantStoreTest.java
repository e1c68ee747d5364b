package io.frontdesk.auth.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgTenantStoreTest {
    private static final DisplayName NAME = new DisplayName("Voltmart");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Inject
    PgTenantStore store;

    private final UUID id = Ids.next();
    private final Tenant tenant = Tenant.founded(id, NAME, "standard", NOW);

    @Test
    void keepsATenant() {
        store.insert(tenant, () -> Uni.createFrom().voidItem()).await().indefinitely();

        assertThat(store.find(id).await().indefinitely()).contains(tenant);
    }

    @Test
    void keepsNoTenantWhoseStateCouldNotBeWritten() {
        var broken = new IllegalStateException("Redis is away");

        assertThatThrownBy(() -> store.insert(tenant, () -> Uni.createFrom().failure(broken))
                        .await()
                        .indefinitely())
                .isSameAs(broken);
        assertThat(store.find(id).await().indefinitely()).isEmpty();
    }

    @Test
    void leavesATenantThatIsThereAsItIs() {
        store.insertIfAbsent(tenant).await().indefinitely();
        store.insertIfAbsent(Tenant.founded(id, NAME, "gold", NOW)).await().indefinitely();

        assertThat(store.find(id).await().indefinitely()).contains(tenant);
    }
}
