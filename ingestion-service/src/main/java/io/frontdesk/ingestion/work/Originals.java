package io.frontdesk.ingestion.work;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where the originals come from that are worked on. */
public interface Originals {
    /**
     * The original of a task's version.
     *
     * @return empty where it is still to be fetched: the task has been given up, and is queued anew with the original
     */
    Uni<Optional<Original>> of(Lease lease);
}
