package io.frontdesk.ingestion.dead;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** The way in that a kept record takes when it is replayed: the one by which it came. */
public interface RecordIntake {
    /**
     * Takes a record in for a tenant, as of the time when it came first. Twice is the same as once.
     *
     * @return why it is refused again, where it is; fails where that is not known now
     */
    Uni<Optional<Refusal>> take(UUID tenantId, KeptRecord kept);
}
