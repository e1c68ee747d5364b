package io.frontdesk.retrieval.embedding;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.search.SearchRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts to embed.
 *
 * @param input 1 to 64 texts of 1 to 4,000 characters
 * @param inputType {@code query}, which goes first and is the default, or {@code document}
 */
record EmbeddingRequest(List<String> input, @Nullable String inputType) {
    private static final Set<String> TYPES = Set.of("query", "document");
    private static final int MAX_TEXTS = 64;

    EmbeddingRequest {
        if (input == null || input.isEmpty() || input.size() > MAX_TEXTS) {
            throw new InvalidField("input", "must have 1 to %d texts".formatted(MAX_TEXTS));
        }
        for (int i = 0; i < input.size(); i++) {
            String text = input.get(i);
            if (text == null || text.isBlank() || text.length() > SearchRequest.MAX_QUERY_CHARS) {
                throw new InvalidField(
                        "input[%d]".formatted(i),
                        "must have 1 to %d characters".formatted(SearchRequest.MAX_QUERY_CHARS));
            }
        }
        if (inputType != null && !TYPES.contains(inputType)) {
            throw new InvalidField("input_type", "must be query or document");
        }
        input = List.copyOf(input);
    }

    boolean ofDocuments() {
        return "document".equals(inputType);
    }
}
