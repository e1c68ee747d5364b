package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Knows which originals nobody needs any more, or ever did. */
interface OrphanStore {
    /**
     * Those of these originals of one tenant whose version never came to be, has been replaced by one that is indexed, or
     * whose document is deleted.
     */
    Uni<List<BlobKey>> among(UUID tenantId, List<BlobKey> originals);
}
