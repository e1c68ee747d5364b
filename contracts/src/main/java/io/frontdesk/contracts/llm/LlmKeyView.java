package io.frontdesk.contracts.llm;

import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of a language model, without its secret. Beside what stands in {@link NewLlmKey}:
 *
 * @param origin where it comes from; only the operator's can be changed here
 * @param state how it stands; null where it is not used, or nobody knows
 */
public record LlmKeyView(
        UUID id,
        String alias,
        Origin origin,
        boolean enabled,
        String provider,
        URI baseUrl,
        String model,
        @Nullable String cheapModel,
        int priority,
        long requestsPerMinute,
        long tokensPerMinute,
        long requestsPerDay,
        long tokensPerDay,
        BigDecimal promptPrice,
        BigDecimal completionPrice,
        boolean acceptsPrefix,
        @Nullable State state) {
    public enum Origin {
        /** Variables of the environment, or configuration: it is there from the start. */
        INSTALLATION,
        OPERATOR
    }

    /**
     * How a key stands, over all replicas.
     *
     * @param breaker {@code closed}, {@code open} or {@code half_open}
     * @param out the provider's status for which it is out until its breaker is reset; null where it is in use
     * @param failures among its last ten requests of late
     * @param usableInSeconds 0: now; null: nobody knows
     * @param requestsLastMinute counted by the minute that slides
     * @param tokensLastMinute those reserved by running requests included
     * @param requestsToday since midnight, UTC
     * @param tokensToday since midnight, UTC
     * @param quotaSpentInSeconds when a quota of the day will be spent if the day goes on like this; null where it will last
     */
    public record State(
            String breaker,
            @Nullable String out,
            int failures,
            @Nullable Long usableInSeconds,
            long requestsLastMinute,
            long tokensLastMinute,
            long requestsToday,
            long tokensToday,
            @Nullable Long quotaSpentInSeconds) {}
}
