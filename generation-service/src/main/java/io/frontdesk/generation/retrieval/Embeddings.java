package io.frontdesk.generation.retrieval;

import java.util.List;

/**
 * The vectors of texts, in the order of their indexes.
 *
 * @param model that made them; only vectors of one model can be compared
 */
public record Embeddings(List<Vector> data, String model) {
    @SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
    record Vector(int index, Float[] embedding) {}

    /** What texts are to be made vectors of. */
    record Wanted(List<String> input, String inputType) {}

    /** The vector of the text in this place. */
    public Float[] vector(int place) {
        return data.stream()
                .filter(vector -> vector.index() == place)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no vector for text " + place))
                .embedding();
    }
}
