package io.frontdesk.auth.tenants;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tenants of the installation. */
public interface TenantDirectory {
    /** Tenants in the order of their ids, so oldest first. */
    Uni<List<Tenant>> page(Optional<UUID> after, int limit);
}
