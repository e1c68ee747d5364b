package io.frontdesk.contracts.search;

import io.frontdesk.contracts.Filters;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.reuse.AnswerKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search in the caller's tenant, among what the caller may see.
 *
 * @param query 1 to 4,000 characters
 * @param topK how many passages at most, 1 to 50; 8 where absent
 * @param collection where to look; {@link Collection#KNOWLEDGE} where absent
 * @param filters metadata that a passage's document must have, all of it
 * @param leg one leg of the search alone, to measure it; both where absent
 * @param explain whether the reply says how it came about
 * @param answer how the question is going to be answered, where an answer that was given before may stand for it
 */
public record SearchRequest(
        String query,
        @Nullable Integer topK,
        Collection collection,
        Map<String, String> filters,
        @Nullable Leg leg,
        boolean explain,
        @Nullable AnswerKind answer) {
    public static final int MAX_QUERY_CHARS = 4_000;
    public static final int DEFAULT_TOP_K = AnswerRequest.DEFAULT_TOP_K;

    /** A way to find passages. */
    public enum Leg {
        /** The nearest vectors. */
        MEANING,
        /** Full text. */
        WORDS
    }

    /** A search by both legs. */
    public SearchRequest(String query, @Nullable Integer topK, Collection collection, Map<String, String> filters) {
        this(query, topK, collection, filters, null, false, null);
    }

    /** A search for passages alone. */
    public SearchRequest(
            String query,
            @Nullable Integer topK,
            Collection collection,
            Map<String, String> filters,
            @Nullable Leg leg,
            boolean explain) {
        this(query, topK, collection, filters, leg, explain, null);
    }

    public SearchRequest {
        if (query == null || query.isBlank()) {
            throw new InvalidField("query", "must not be empty");
        }
        if (query.length() > MAX_QUERY_CHARS) {
            throw new InvalidField(
                    "query", "must have at most %d characters, has %d".formatted(MAX_QUERY_CHARS, query.length()));
        }
        topK = topK == null ? DEFAULT_TOP_K : topK;
        if (topK < 1 || topK > 50) {
            throw new InvalidField("top_k", "must be from 1 to 50, is " + topK);
        }
        collection = collection == null ? Collection.KNOWLEDGE : collection;
        filters = Filters.of(filters);
    }

    /** {@link #topK}, which is never absent once the request is made. */
    public int wanted() {
        return topK == null ? DEFAULT_TOP_K : topK;
    }
}
