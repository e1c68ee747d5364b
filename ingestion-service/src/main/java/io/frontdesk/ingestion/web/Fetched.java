package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for something of the web. */
sealed interface Fetched {
    /**
     * Its bytes, decompressed.
     *
     * @param etag to ask with whether it has changed; as {@code lastModified}, only where the answer is that of the address itself
     * @param movedTo where it has moved, where that is for good
     */
    // Handed on and thrown away; nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    record Content(
            byte[] bytes,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String movedTo)
            implements Fetched {}

    /** As it was. */
    record Unchanged() implements Fetched {}

    /**
     * There is nothing.
     *
     * @param forGood whether the site says that there never will be again
     */
    record Missing(boolean forGood) implements Fetched {
        Failure failure() {
            return forGood
                    ? new Failure("gone", "the site says that the page is gone")
                    : new Failure("not_found", "the site has no such page");
        }
    }

    /** It may not be asked, or its answer is of no use, now or later. */
    record Refused(Failure failure) implements Fetched {}

    /** Something went wrong that may pass, at the earliest after a while. */
    record Failed(Failure failure, Duration retryAfter) implements Fetched {}

    /** The host's turn did not come: others ask it. */
    record Busy() implements Fetched {}

    static Fetched refused(String code, String message) {
        return new Refused(new Failure(code, message));
    }

    static Fetched failed(String code, String message) {
        return new Failed(new Failure(code, message), Duration.ZERO);
    }
}
