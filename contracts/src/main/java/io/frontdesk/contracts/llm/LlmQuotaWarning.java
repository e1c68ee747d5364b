package io.frontdesk.contracts.llm;

import org.jspecify.annotations.Nullable;

/**
 * The data of an event: much of what a key may take today is taken. Once for each threshold, limit and day.
 *
 * @param key its alias
 * @param limit {@code requests_per_day} or {@code tokens_per_day}
 * @param percent the threshold that was crossed: 70, 85 or 95
 * @param used of {@code allowed}
 * @param spentInSeconds when it will be spent if the day goes on like this; null where it will last
 */
public record LlmQuotaWarning(
        String key,
        String limit,
        int percent,
        long used,
        long allowed,
        @Nullable Long spentInSeconds) {
    /** The type of the CloudEvent. */
    public static final String TYPE = "io.frontdesk.llm.quota-warning.v1";
}
