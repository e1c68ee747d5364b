package io.frontdesk.retrieval.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Under what the vector of a question is remembered. Tenants share no entry, so that the time of an answer tells none of them
 * what another asked.
 *
 * @param textHash SHA-256, hexadecimal
 */
public record QueryKey(UUID tenant, String model, String textHash) {
    public static QueryKey of(UUID tenant, EmbeddingModel model, String text) {
        return new QueryKey(tenant, model.name(), sha256(text));
    }

    /** The key in the cache that replicas share. */
    public String redisKey() {
        return "embedding:" + tenant + ":" + model + ":" + textHash;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
