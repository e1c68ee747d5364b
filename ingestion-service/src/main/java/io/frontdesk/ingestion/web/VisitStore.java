package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages under way, each held by a visit. What a visit that was overtaken brings is thrown away, without a word. */
interface VisitStore {
    /** The page; empty, and it is never visited again, where its document has gone on without it. */
    Uni<Optional<Page>> begin(Visit visit);

    /**
     * Keeps what was fetched: as the original of the document that waits for it, as its next version where it has changed, and
     * not at all where it is as it was. With it the work on the document is queued.
     *
     * @param next when it is looked at again, if ever
     */
    Uni<Void> keep(Visit visit, Fetched.Content content, @Nullable Duration next);

    /** Leaves the document as it is. */
    Uni<Void> leave(Visit visit, @Nullable Duration next);

    /** The document fails, where it waited for this. */
    Uni<Void> fail(Visit visit, Failure failure, @Nullable Duration next);

    /** The page is not there, for the first time in a row. */
    Uni<Void> miss(Visit visit, Duration next);

    /** The page has gone: its document is deleted. */
    Uni<Void> delete(Visit visit);

    /**
     * Gives the page back, to be visited after a while.
     *
     * @param counts whether this was an attempt
     */
    Uni<Void> putOff(Visit visit, Duration delay, boolean counts);
}
