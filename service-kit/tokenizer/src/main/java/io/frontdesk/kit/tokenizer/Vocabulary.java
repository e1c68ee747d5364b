package io.frontdesk.kit.tokenizer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces that a model knows, and their numbers. Pieces that continue a word begin with {@code ##}. */
final class Vocabulary {
    private final Map<String, Integer> ids;
    private final int longest;

    Vocabulary(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        this.longest = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** How many characters no piece is longer than. */
    int longest() {
        return longest;
    }

    @Nullable
    Integer find(String piece) {
        return ids.get(piece);
    }

    /** The number of a piece that the model cannot be without. */
    int require(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks " + piece);
        }
        return id;
    }
}
