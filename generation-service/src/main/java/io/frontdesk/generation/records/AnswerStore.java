package io.frontdesk.generation.records;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The finished answers of tenants. */
interface AnswerStore {
    /** Keeps answers of one tenant that are not kept yet, raises the figures, and tells the world, or does none of it. */
    Uni<Void> keep(UUID tenant, List<FinishedAnswer> answers);

    Uni<Optional<FinishedAnswer>> find(UUID tenant, UUID id);
}
