package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentPage;
import io.frontdesk.contracts.documents.DocumentView;
import io.frontdesk.kit.paging.PageRequest;
import io.frontdesk.kit.paging.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's documents, to be read. */
@ApplicationScoped
class Library {
    private final DocumentStore documents;
    private final Sightings sightings;

    Library(DocumentStore documents, Sightings sightings) {
        this.documents = documents;
        this.sightings = sightings;
    }

    /** Fails with {@link DocumentError.Unknown} where the tenant has no such document. */
    Uni<DocumentView> document(UUID tenantId, UUID id) {
        return documents
                .find(tenantId, id)
                .map(found -> found.orElseThrow(() -> new DocumentError.Unknown(id)))
                .chain(this::withProgress);
    }

    private Uni<DocumentView> withProgress(Document document) {
        DocumentView view = document.view();
        return document.life() instanceof DocumentLife.UnderWay
                ? sightings.withOutlook(document.tenantId(), document.id()).map(seen -> seen.map(s -> s.addTo(view))
                        .orElse(view))
                : Uni.createFrom().item(view);
    }

    /** One page, the newest documents first. */
    Uni<DocumentPage> page(UUID tenantId, int limit, @Nullable String cursor) {
        var asked = PageRequest.of(limit, cursor);
        return documents
                .list(tenantId, asked.toRead(), asked.last())
                .map(found -> page(Slice.of(found, limit, Document::id)));
    }

    private static DocumentPage page(Slice<Document> found) {
        return new DocumentPage(found.map(Document::view), found.nextCursor());
    }
}
