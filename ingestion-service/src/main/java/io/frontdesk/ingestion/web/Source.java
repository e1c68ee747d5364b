package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.sources.SourceView;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.documents.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap whose pages are documents.
 *
 * @param deleted whether its documents are being deleted, and then it
 * @param pages how many documents it has
 * @param refused how many URLs of the last reading may not be asked
 * @param failure why it could not be read the last time
 */
record Source(
        UUID tenantId,
        UUID id,
        String sitemapUrl,
        Duration recrawl,
        Map<String, String> metadata,
        List<String> acl,
        Lane lane,
        boolean deleted,
        long pages,
        int refused,
        @Nullable Failure failure,
        @Nullable Instant readAt,
        Instant dueAt,
        Instant createdAt) {

    /** What is said of a page of it. */
    Description describe(String url) {
        return new Description(null, null, null, url, metadata, acl);
    }

    SourceView view() {
        return new SourceView(
                id,
                sitemapUrl,
                recrawl.toString(),
                metadata,
                acl,
                lane.name().toLowerCase(Locale.ROOT),
                pages,
                refused,
                failure == null ? null : failure.reason(),
                readAt,
                dueAt,
                createdAt);
    }
}
