package io.frontdesk.contracts.llm;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What changes of a key of the operator's; what is absent stays. As in {@link NewLlmKey}. */
public record LlmKeyChange(
        @Nullable String provider,
        @Nullable URI baseUrl,
        @Nullable String secret,
        @Nullable String model,
        @Nullable String cheapModel,
        @Nullable Integer priority,
        @Nullable Long requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Long requestsPerDay,
        @Nullable Long tokensPerDay,
        @Nullable BigDecimal promptPrice,
        @Nullable BigDecimal completionPrice,
        @Nullable Boolean acceptsPrefix,
        @Nullable Boolean enabled) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "LlmKeyChange[%s at %s]".formatted(model, baseUrl);
    }
}
