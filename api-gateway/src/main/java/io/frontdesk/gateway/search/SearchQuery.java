package io.frontdesk.gateway.search;

import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.SearchRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as clients send it, in their tenant's documents.
 *
 * @param query 1 to 4,000 characters
 * @param topK how many passages at most, 1 to 50; 8 where absent
 * @param filters metadata that a passage's document must have, all of it
 * @param explain whether the response says how it came about; it takes twice the time
 */
public record SearchQuery(String query, @Nullable Integer topK, Map<String, String> filters, boolean explain) {
    SearchRequest request() {
        return new SearchRequest(query, topK, Collection.KNOWLEDGE, filters, null, explain);
    }
}
