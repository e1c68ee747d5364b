package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.retrieval.embedding.Embedding;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chunk with its vector, ready to be stored. */
record StagedChunk(
        UUID id,
        int position,
        @Nullable String language,
        List<String> headingPath,
        String text,
        @Nullable Integer page,
        Embedding embedding) {

    static StagedChunk from(ChunkBatch batch, ChunkBatch.Chunk chunk, Embedding embedding) {
        return new StagedChunk(
                Ids.next(),
                chunk.position(),
                batch.language(),
                chunk.headingPath(),
                chunk.text(),
                chunk.page(),
                embedding);
    }

    /** What a chunk's vector is made of: where it stands tells what it is about. */
    static String embeddedText(ChunkBatch batch, ChunkBatch.Chunk chunk) {
        String place = String.join(
                " > ",
                Stream.concat(Stream.of(batch.title()), chunk.headingPath().stream())
                        .toList());
        return place + "\n" + chunk.text();
    }
}
