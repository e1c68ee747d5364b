package io.frontdesk.ingestion.removal;

import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.kit.database.TenantRemoval;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All that this service keeps of a tenant: rows, and originals where they are kept elsewhere. */
@ApplicationScoped
class Belongings {
    private final TenantRemoval rows;
    private final BlobStore originals;

    Belongings(TenantRemoval rows, BlobStore originals) {
        this.rows = rows;
        this.originals = originals;
    }

    /** The rows first: none of the tenant's come after that, and so no originals either. May be done again. */
    Uni<Void> remove(UUID tenant) {
        return rows.remove(tenant).chain(() -> originals.deleteAll(tenant));
    }
}
