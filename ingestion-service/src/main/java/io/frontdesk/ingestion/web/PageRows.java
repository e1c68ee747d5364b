package io.frontdesk.ingestion.web;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pages as rows of their table. */
final class PageRows {
    private PageRows() {}

    static Page page(Row row) {
        return new Page(
                row.getUUID("tenant_id"),
                row.getUUID("document_id"),
                row.getLong("version"),
                row.getString("url"),
                row.getString("moved_to"),
                seconds(row.getLong("recrawl_seconds")),
                row.getString("content_hash"),
                row.getString("content_type"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getInteger("misses"));
    }

    static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    static @Nullable Double millis(@Nullable Duration duration) {
        return duration == null ? null : (double) duration.toMillis();
    }

    private static @Nullable Duration seconds(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
