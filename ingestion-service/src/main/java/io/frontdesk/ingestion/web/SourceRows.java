package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.documents.Lane;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sources as rows of their table, with the number of their {@code pages}. */
final class SourceRows {
    private SourceRows() {}

    static Source source(Row row) {
        String failure = row.getString("failure_code");
        return new Source(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getString("sitemap_url"),
                Duration.ofSeconds(row.getLong("recrawl_seconds")),
                row.getJsonObject("metadata").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                List.of(row.getArrayOfStrings("acl")),
                Lane.ranked(row.getShort("lane")),
                row.getBoolean("deleted"),
                row.getLong("pages"),
                row.getInteger("refused"),
                failure == null ? null : new Failure(failure, row.getString("failure")),
                instant(row.getOffsetDateTime("read_at")),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
