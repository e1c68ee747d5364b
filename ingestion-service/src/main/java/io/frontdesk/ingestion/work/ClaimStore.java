package io.frontdesk.ingestion.work;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Hands out work across tenants. */
public interface ClaimStore {
    /**
     * Takes the next task: of the most urgent lane, of the tenant whose turn it is in it by its weight, the one that waited
     * longest. Every now and then ({@code frontdesk.work.aged-every}), of the tenant and lane that have waited longest, where
     * that is longer than {@code frontdesk.work.ageing}. Empty where nothing may begin now.
     */
    Uni<Optional<Lease>> next();

    /** What waits; lanes in which nothing does may be absent. */
    Uni<List<LaneLoad>> loads();
}
