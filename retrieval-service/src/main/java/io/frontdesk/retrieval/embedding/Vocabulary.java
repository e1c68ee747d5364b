package io.frontdesk.retrieval.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces that a model knows, and their numbers. Pieces that continue a word begin with {@code ##}. */
final class Vocabulary {
    private final Map<String, Integer> ids;

    Vocabulary(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
    }

    /** Reads {@code model.vocab} of a {@code tokenizer.json} as the Hugging Face tokenizers write it. */
    static Vocabulary read(InputStream tokenizerJson) {
        Map<String, Integer> ids = new HashMap<>();
        try (JsonParser json = new FilteringParserDelegate(
                new JsonFactory().createParser(tokenizerJson),
                new JsonPointerBasedFilter("/model/vocab"),
                Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    ids.put(json.currentName(), json.getIntValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vocabulary(ids);
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
