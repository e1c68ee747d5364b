package io.frontdesk.contracts.sources;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source as the API shows it.
 *
 * @param recrawl after what time it is looked at again, of ISO 8601
 * @param pages how many documents it has
 * @param refused how many of the URLs that it listed when it was last read may not be asked
 * @param problem why it could not be read the last time, as a stable code and a sentence; its documents stay as they were
 * @param readAt when it was last read in full
 * @param dueAt when it is read next
 */
public record SourceView(
        UUID id,
        String sitemapUrl,
        String recrawl,
        Map<String, String> metadata,
        List<String> acl,
        String priority,
        long pages,
        int refused,
        @Nullable String problem,
        @Nullable Instant readAt,
        Instant dueAt,
        Instant createdAt) {}
