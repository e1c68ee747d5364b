package io.frontdesk.auth.tenants;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** All tenants of the installation. */
public interface TenantDirectory {
    /** Less than the id of every tenant. */
    UUID BEFORE_ALL = new UUID(0, 0);

    /** Tenants with greater ids, in their order, so oldest first. */
    Uni<List<Tenant>> page(UUID after, int limit);
}
