package io.frontdesk.ingestion.web;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document comes from.
 *
 * @param version of the document that it speaks for
 * @param movedTo where it has moved for good
 * @param recrawl after what time it is looked at again
 * @param contentHash of what was fetched last; absent where nothing was yet
 * @param misses how often in a row it was not found
 */
record Page(
        UUID tenantId,
        UUID documentId,
        long version,
        String url,
        @Nullable String movedTo,
        @Nullable Duration recrawl,
        @Nullable String contentHash,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        int misses) {
    /** What is asked for it. */
    String address() {
        return movedTo == null ? url : movedTo;
    }

    /** A hint about its type, where the URL ends like a file. */
    @Nullable
    String fileName() {
        String path = URI.create(address()).getPath();
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") && last.length() <= 255 ? last : null;
    }
}
