package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Lane;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's sources, but those that are being deleted. */
interface SourceStore {
    /**
     * Takes a source in, or replaces what was said of it where the tenant has one of this sitemap; it is due at once.
     *
     * @param said of each of its pages
     * @return its id
     */
    Uni<UUID> put(UUID tenantId, UUID newId, String sitemapUrl, Duration recrawl, Description said, Lane lane);

    Uni<Optional<Source>> find(UUID tenantId, UUID id);

    /** The newest first; only those older than {@code before}, where it is given. */
    Uni<List<Source>> list(UUID tenantId, int limit, @Nullable UUID before);

    /** Lets a source and its documents be deleted in a while; whether there is one. */
    Uni<Boolean> beginDeletion(UUID tenantId, UUID id);
}
