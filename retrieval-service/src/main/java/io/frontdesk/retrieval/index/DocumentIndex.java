package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.retrieval.embedding.Embedder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Takes documents into the index and out of it. A receipt is given when every gateway sees the new knowledge version, so
 * whoever holds one can rely on it; everything may be asked for again until then.
 */
@ApplicationScoped
class DocumentIndex {
    private final Embedder embedder;
    private final IndexStore store;
    private final KnowledgeVersions versions;

    DocumentIndex(Embedder embedder, IndexStore store, KnowledgeVersions versions) {
        this.embedder = embedder;
        this.store = store;
        this.versions = versions;
    }

    /** Embeds and stages chunks; an outdated version is refused before any work is put into it. */
    Uni<Void> stage(DocumentVersion version, ChunkBatch batch) {
        return store.lacks(version)
                .chain(lacks -> lacks
                        ? embed(batch).chain(chunks -> store.stage(version, chunks))
                        : Uni.createFrom().voidItem());
    }

    Uni<IndexReceipt> publish(DocumentVersion version, Publication publication) {
        return store.publish(version, publication).call(receipt -> announce(version.tenant(), receipt));
    }

    Uni<IndexReceipt> remove(DocumentVersion version) {
        return store.remove(version).call(receipt -> announce(version.tenant(), receipt));
    }

    private Uni<List<StagedChunk>> embed(ChunkBatch batch) {
        List<ChunkBatch.Chunk> chunks = batch.chunks();
        List<String> texts = chunks.stream()
                .map(chunk -> StagedChunk.embeddedText(batch, chunk))
                .toList();
        return embedder.passages(texts).map(vectors -> IntStream.range(0, chunks.size())
                .mapToObj(i -> StagedChunk.from(batch, chunks.get(i), vectors.get(i)))
                .toList());
    }

    private Uni<Void> announce(UUID tenant, IndexReceipt receipt) {
        return versions.raise(tenant, receipt.knowledgeVersion());
    }
}
