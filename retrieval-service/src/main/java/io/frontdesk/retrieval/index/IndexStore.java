package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps chunks. Each method is one transaction, which fails with a {@code RetrievalError} where the version is too old. */
interface IndexStore {
    /** Whether chunks of a version can still be of use; false where it is published. */
    Uni<Boolean> lacks(DocumentVersion version);

    /** Stores chunks unseen, instead of those that were staged for the same positions. */
    Uni<Void> stage(DocumentVersion version, List<StagedChunk> chunks);

    /** Makes the staged chunks those that are searched; does nothing where they are. */
    Uni<IndexReceipt> publish(DocumentVersion version, Publication publication);

    /** Removes a document up to a version, and keeps these versions out from now on. */
    Uni<IndexReceipt> remove(DocumentVersion version);
}
