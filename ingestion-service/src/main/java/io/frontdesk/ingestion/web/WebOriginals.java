package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.Original;
import io.frontdesk.ingestion.work.Originals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Originals from the blob store; those of pages that were not fetched yet are, which is not the worker's to wait for. */
@ApplicationScoped
class WebOriginals implements Originals {
    private final BlobStore blobs;
    private final PageStore pages;

    WebOriginals(BlobStore blobs, PageStore pages) {
        this.blobs = blobs;
        this.pages = pages;
    }

    @Override
    public Uni<Optional<Original>> of(Lease lease) {
        return pages.find(lease.tenantId(), lease.documentId())
                .map(found -> found.filter(page -> page.version() == lease.version()))
                .chain(found -> found.isPresent() && found.get().contentHash() == null
                        ? pages.handOver(lease).replaceWith(Optional.empty())
                        : stored(lease, found).map(Optional::of));
    }

    private Uni<Original> stored(Lease lease, Optional<Page> page) {
        return blobs.get(new BlobKey(lease.tenantId(), lease.documentId(), lease.version()))
                .map(content -> new Original(
                        content.getBytes(),
                        page.map(Page::fileName).orElse(null),
                        page.map(Page::contentType).orElse(null)));
    }
}
