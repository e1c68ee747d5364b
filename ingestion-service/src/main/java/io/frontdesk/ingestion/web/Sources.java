package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.documents.Recrawl;
import io.frontdesk.contracts.sources.SourceIntake;
import io.frontdesk.contracts.sources.SourcePage;
import io.frontdesk.contracts.sources.SourceView;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.frontdesk.kit.paging.PageRequest;
import io.frontdesk.kit.paging.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's sources: taken in, looked at, deleted. */
@ApplicationScoped
class Sources {
    private final SourceStore store;
    private final OutboundGuard guard;
    private final WebConfig config;

    Sources(SourceStore store, OutboundGuard guard, WebConfig config) {
        this.store = store;
        this.guard = guard;
        this.config = config;
    }

    /** Takes a source in; its id. The same sitemap again replaces what was said of it. */
    Uni<UUID> take(UUID tenantId, SourceIntake intake) {
        WantedPage sitemap = WantedPage.of("sitemap_url", intake.sitemapUrl(), recrawl(intake));
        sitemap.check(guard, "sitemap_url");
        var said = new Description(
                null,
                null,
                null,
                sitemap.url(),
                Objects.requireNonNullElse(intake.metadata(), Map.of()),
                Objects.requireNonNullElse(intake.acl(), List.of()));
        said.check();
        return store.put(
                tenantId,
                Ids.next(),
                sitemap.url(),
                Objects.requireNonNull(sitemap.recrawl()),
                said,
                Lane.named(intake.priority()));
    }

    private Duration recrawl(SourceIntake intake) {
        return intake.recrawl() == null ? config.recrawl() : Recrawl.parse(intake.recrawl());
    }

    /** Fails with {@link DocumentError.UnknownSource} where the tenant has no such source. */
    Uni<SourceView> source(UUID tenantId, UUID id) {
        return store.find(tenantId, id)
                .map(found -> found.map(Source::view).orElseThrow(() -> new DocumentError.UnknownSource(id)));
    }

    /** One page, the newest sources first. */
    Uni<SourcePage> page(UUID tenantId, int limit, @Nullable String cursor) {
        var asked = PageRequest.of(limit, cursor);
        return store.list(tenantId, asked.toRead(), asked.last())
                .map(found -> page(Slice.of(found, limit, Source::id)));
    }

    /** Deletes a source, and its documents with it, in a while. */
    Uni<Void> delete(UUID tenantId, UUID id) {
        return store.beginDeletion(tenantId, id).map(begun -> {
            if (!begun) {
                throw new DocumentError.UnknownSource(id);
            }
            return null;
        });
    }

    private static SourcePage page(Slice<Source> found) {
        return new SourcePage(found.map(Source::view), found.nextCursor());
    }
}
