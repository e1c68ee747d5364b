package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.retrieval.embedding.PassageText;
import io.frontdesk.retrieval.generations.Generations;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
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
    private final Generations generations;
    private final IndexStore store;
    private final KnowledgeVersions versions;

    DocumentIndex(Generations generations, IndexStore store, KnowledgeVersions versions) {
        this.generations = generations;
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

    /** Each chunk gets a vector of every generation that is written. */
    private Uni<List<StagedChunk>> embed(ChunkBatch batch) {
        List<ChunkBatch.Chunk> chunks = batch.chunks();
        List<String> texts = chunks.stream()
                .map(chunk -> PassageText.of(batch.title(), chunk.headingPath(), chunk.text()))
                .toList();
        return generations
                .written()
                .chain(written -> Uni.join()
                        .all(written.stream()
                                .map(model -> vectors(model, texts))
                                .toList())
                        .andFailFast())
                .map(vectors -> IntStream.range(0, chunks.size())
                        .mapToObj(i -> StagedChunk.from(batch, chunks.get(i), vectorsOf(i, vectors)))
                        .toList());
    }

    private static Uni<List<StagedChunk.Vector>> vectors(Generations.Embedding model, List<String> texts) {
        return model.embedder().passages(texts).map(vectors -> vectors.stream()
                .map(vector -> new StagedChunk.Vector(model.generation(), vector))
                .toList());
    }

    private static List<StagedChunk.Vector> vectorsOf(int chunk, List<List<StagedChunk.Vector>> byGeneration) {
        return byGeneration.stream().map(vectors -> vectors.get(chunk)).toList();
    }

    private Uni<Void> announce(UUID tenant, IndexReceipt receipt) {
        return versions.raise(tenant, receipt.knowledgeVersion());
    }
}
