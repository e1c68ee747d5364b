package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Puts documents that failed back into the queue. */
interface RequeueStore {
    /**
     * Queues the version that failed as if it had just been received, and removes its letter.
     *
     * @return whether that was to be done: not where somebody else did it, or where the document has another version by now
     */
    Uni<Boolean> requeue(UUID letter, OfDocument failed);

    /** Whether the document has another version by now, or is gone. */
    Uni<Boolean> isOvertaken(OfDocument failed);

    /** Whether a document of this external id has changed since then. */
    Uni<Boolean> hasChanged(UUID tenantId, String externalId, Instant since);
}
