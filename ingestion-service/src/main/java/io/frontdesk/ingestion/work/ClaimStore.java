package io.frontdesk.ingestion.work;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Hands out work across tenants. */
public interface ClaimStore {
    /**
     * Takes the next task: of the most urgent lane, of the tenant that waited longest for its turn in it, the one that waited
     * longest. Empty where nothing may begin now.
     */
    Uni<Optional<Lease>> next();
}
