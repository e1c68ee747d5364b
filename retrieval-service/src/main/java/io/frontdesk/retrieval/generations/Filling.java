package io.frontdesk.retrieval.generations;

import io.frontdesk.retrieval.embedding.Embedders;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.embedding.PassageText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Makes the vectors that a tenant's chunks lack in a generation. */
@ApplicationScoped
public class Filling {
    private final PgVectorStore vectors;
    private final Embedders embedders;
    private final GenerationConfig config;

    Filling(PgVectorStore vectors, Embedders embedders, GenerationConfig config) {
        this.vectors = vectors;
        this.embedders = embedders;
        this.config = config;
    }

    /**
     * All of a tenant, a batch at a time.
     *
     * @return whether there was any; false also where another instance is at it
     */
    public Uni<Boolean> fill(UUID tenant, Generation generation) {
        return vectors.add(tenant, generation, config.batch(), chunks -> embed(generation, chunks))
                .repeat()
                .whilst(added -> added > 0)
                .collect()
                .in(() -> new int[1], (total, added) -> total[0] += added)
                .map(total -> total[0] > 0);
    }

    private Uni<List<Embedding>> embed(Generation generation, List<UnembeddedChunk> chunks) {
        List<String> texts = chunks.stream()
                .map(chunk -> PassageText.of(chunk.title(), chunk.headingPath(), chunk.text()))
                .toList();
        return embedders.of(generation.model()).passages(texts);
    }
}
