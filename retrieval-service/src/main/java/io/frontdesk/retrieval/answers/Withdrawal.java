package io.frontdesk.retrieval.answers;

import java.util.UUID;

/**
 * An answer that must leave the exact cache.
 *
 * @param knowledgeVersion what was searched under an older version is outdated
 */
public record Withdrawal(UUID tenant, String cacheKey, long knowledgeVersion) {}
