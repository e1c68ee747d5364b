package io.frontdesk.ingestion.dead;

import io.frontdesk.kit.events.Event;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters as somebody sees them: those of one tenant, or all. */
public interface LetterStore {
    /**
     * Letters, the newest first.
     *
     * @param before only those older than this one
     */
    Uni<List<DeadLetter>> list(LetterFilter filter, int limit, @Nullable UUID before);

    Uni<Optional<DeadLetter>> find(UUID id);

    Uni<Long> count(LetterFilter filter);

    /** Those that were not tried for the longest time. */
    Uni<List<DeadLetter>> next(LetterFilter filter, int limit);

    /** The record of a letter that is one. */
    Uni<Optional<KeptRecord>> kept(UUID id);

    /** As {@link #kept}, for a while the caller's alone; empty where somebody else has it, or it is gone. */
    Uni<Optional<KeptRecord>> claim(UUID id, Duration patience);

    /** Gives a claimed letter back as it was. */
    Uni<Void> release(UUID id);

    /** Gives a claimed letter back with the reason for which it was refused again. */
    Uni<Void> refuse(UUID id, Refusal refusal);

    Uni<Void> remove(UUID id);

    /** Keeps a record and tells of it; neither where it is kept already. */
    Uni<Boolean> keep(DeadLetter letter, KeptRecord kept, Event told);
}
