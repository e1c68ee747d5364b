package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentPage;
import io.frontdesk.contracts.documents.DocumentView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant's documents, to be read. */
@ApplicationScoped
class Library {
    private static final int MAX_PAGE = 200;

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
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidField("limit", "must be from 1 to %d, is %d".formatted(MAX_PAGE, limit));
        }
        UUID before = cursor == null ? null : Cursor.parse(cursor).last();
        return documents.list(tenantId, limit + 1, before).map(found -> page(found, limit));
    }

    /** One more than asked for was read, and tells whether there is a next page. */
    private static DocumentPage page(List<Document> found, int limit) {
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? new Cursor(shown.getLast().id()).toString() : null;
        return new DocumentPage(shown.stream().map(Document::view).toList(), next);
    }
}
