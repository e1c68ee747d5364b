package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chunk with its vector, ready to be stored. */
record StagedChunk(
        UUID id,
        int position,
        @Nullable String language,
        List<String> headingPath,
        String text,
        @Nullable Integer page,
        List<Vector> vectors) {
    /** Of each generation that is written, one. */
    record Vector(Generation generation, Embedding embedding) {}

    static StagedChunk from(ChunkBatch batch, ChunkBatch.Chunk chunk, List<Vector> vectors) {
        return new StagedChunk(
                Ids.next(),
                chunk.position(),
                batch.language(),
                chunk.headingPath(),
                chunk.text(),
                chunk.page(),
                vectors);
    }
}
