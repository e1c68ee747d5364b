package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.web.WantedPage;
import io.frontdesk.ingestion.work.Lease;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes documents in and out: row, original, work and event together, or none of them. */
interface IntakeStore {
    /**
     * Takes a document in.
     *
     * @param newId its id where it is the first of its external id
     * @param change from the document as it is, at version 0 where it is new, to what it becomes: where that has a higher
     *     version, the content is stored and work begins
     * @param page that is to be fetched in the place of the content; where the document is confirmed, it is looked at again
     * @return the document as it is now
     */
    Uni<Document> take(
            UUID tenantId,
            UUID newId,
            String externalId,
            Content content,
            @Nullable WantedPage page,
            UnaryOperator<Document> change);

    /**
     * Begins to delete a document; the caller holds the work.
     *
     * @return empty where there is nothing left to delete; fails with {@code DocumentError.Unknown} where there never was
     */
    Uni<Optional<Lease>> beginDeletion(UUID tenantId, UUID id, UnaryOperator<Document> delete);

    /**
     * Queues the deletion of a document.
     *
     * @param newId its id where it was never seen
     * @param change as for {@link #take}
     */
    Uni<Void> queueDeletion(UUID tenantId, UUID newId, String externalId, UnaryOperator<Document> change);
}
