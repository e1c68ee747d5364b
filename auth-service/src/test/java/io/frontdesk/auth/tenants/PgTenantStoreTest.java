package io.frontdesk.auth.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
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
    private final AuditEvent event = AuditEvent.of(id, NOW, Action.TENANT_CREATED, "key:1", "tenant:" + id);

    @Test
    void keepsATenant() {
        store.insert(tenant, event, () -> Uni.createFrom().voidItem()).await().indefinitely();

        assertThat(store.find(id).await().indefinitely()).contains(tenant);
    }

    @Test
    void keepsNoTenantWhoseStateCouldNotBeWritten() {
        var broken = new IllegalStateException("Redis is away");

        assertThatThrownBy(
                        () -> store.insert(tenant, event, () -> Uni.createFrom().failure(broken))
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
