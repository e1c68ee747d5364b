package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sources while they are read. All but the beginning fails with {@link ReadingLost} where somebody else reads the source now. */
interface ReadingStore {
    /** The source as it is to be read; empty where there is nothing to read any more. */
    Uni<Optional<Source>> begin(Reading reading);

    /**
     * Takes in pages that a source lists: those that are new become documents, and those of which the source says something else
     * than before their next version. A document that was handed in otherwise under the same external id is left alone.
     */
    Uni<Void> list(Reading reading, Source source, List<WantedPage> pages);

    /** Deletes some of the pages that this reading did not list, and their documents; false where there are none left. */
    Uni<Boolean> deleteUnlisted(Reading reading);

    /** It was read in full. */
    Uni<Void> finish(Reading reading, int refused, Duration next);

    /** It could not be read; its pages stay. */
    Uni<Void> fail(Reading reading, Failure failure, Duration next);

    /** It could not be read, and is tried again soon. */
    Uni<Void> putOff(Reading reading, Failure failure, Duration delay);

    /** Forgets the source. */
    Uni<Void> delete(Reading reading);
}
