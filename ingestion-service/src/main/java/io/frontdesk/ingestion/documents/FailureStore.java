package io.frontdesk.ingestion.documents;

import io.frontdesk.ingestion.documents.DocumentLife.Failed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** Where the failures of documents are kept, so that they can be looked at and tried again. */
public interface FailureStore {
    /** Keeps a failure, in the place of an earlier one of the same document. */
    Uni<Void> keep(SqlConnection transaction, Document document, Failed failed);

    /** Forgets the failure of a document that was indexed or deleted since. */
    Uni<Void> forget(SqlConnection transaction, UUID documentId);
}
