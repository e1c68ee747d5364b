package io.frontdesk.retrieval.embedding;

import io.frontdesk.contracts.Sha256;
import java.util.UUID;

/**
 * Under what the vector of a question is remembered. Tenants share no entry, so that the time of an answer tells none of them
 * what another asked.
 *
 * @param textHash SHA-256, hexadecimal
 */
public record QueryKey(UUID tenant, String model, String textHash) {
    public static QueryKey of(UUID tenant, EmbeddingModel model, String text) {
        return new QueryKey(tenant, model.name(), Sha256.hex(text));
    }

    /** The key in the cache that replicas share. */
    public String redisKey() {
        return "embedding:" + tenant + ":" + model + ":" + textHash;
    }
}
