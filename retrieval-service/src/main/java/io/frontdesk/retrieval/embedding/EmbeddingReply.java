package io.frontdesk.retrieval.embedding;

import java.util.List;
import java.util.stream.IntStream;

/** Vectors in the order of their texts, as OpenAI's API has them. */
record EmbeddingReply(List<Vector> data, String model) {
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only written.
    record Vector(int index, float[] embedding) {}

    static EmbeddingReply of(List<Embedding> embeddings, EmbeddingModel model) {
        List<Vector> vectors = IntStream.range(0, embeddings.size())
                .mapToObj(i -> new Vector(i, embeddings.get(i).vector()))
                .toList();
        return new EmbeddingReply(vectors, model.name());
    }
}
