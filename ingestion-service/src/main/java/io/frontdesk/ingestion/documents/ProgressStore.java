package io.frontdesk.ingestion.documents;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far documents have come, as their rows say it to every replica. */
public interface ProgressStore {
    /** Those of the documents that the tenant has, or had. */
    Uni<List<Sighting>> sightings(UUID tenantId, Collection<UUID> ids);

    /** Of each document that waits for its turn. */
    Uni<Map<UUID, Outlook>> outlooks(UUID tenantId, Collection<UUID> ids);

    /** Says how many pieces the index has taken; without effect where the lease with this token is lost. */
    Uni<Void> staged(UUID tenantId, UUID id, UUID leaseToken, int pieces);
}
