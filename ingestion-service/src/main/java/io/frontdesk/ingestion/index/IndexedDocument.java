package io.frontdesk.ingestion.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The document that chunks belong to. */
public record IndexedDocument(
        UUID tenantId,
        UUID id,
        long version,
        String title,
        @Nullable String url,
        List<String> acl,
        Map<String, String> metadata) {
    public IndexedDocument {
        acl = List.copyOf(acl);
        metadata = Map.copyOf(metadata);
    }
}
