package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.work.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.UUID;

/** The pages behind documents, as intake and the work on documents use them. */
public interface PageStore {
    /**
     * Makes a page the original of the document's present version. It is fetched when the work on the document begins; where it
     * was fetched for this version already, it is looked at again.
     */
    Uni<Void> want(SqlConnection transaction, Document document, WantedPage page);

    /** The page behind a document, of whatever version. */
    Uni<Optional<Page>> find(UUID tenantId, UUID documentId);

    /** Lets the page be fetched and gives the task up: it is queued anew with the original. */
    Uni<Void> handOver(Lease lease);
}
