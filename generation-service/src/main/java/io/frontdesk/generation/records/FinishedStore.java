package io.frontdesk.generation.records;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records that wait to be folded. */
interface FinishedStore {
    /**
     * A record that was taken.
     *
     * @param entry by which it is forgotten
     */
    record Taken(String entry, String json) {}

    /** Some records, and how many wait in all. */
    record Batch(List<Taken> taken, long waiting) {}

    Uni<Void> append(UUID tenant, UUID id, String json, int atMost);

    /** Gives out records; what is not forgotten within the time is given out again. */
    Uni<Batch> take(int atMost, Duration time);

    Uni<Void> forget(List<String> entries);

    /** The record of an answer that ended just now. */
    Uni<Optional<String>> find(UUID tenant, UUID id);
}
