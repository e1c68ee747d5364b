package io.frontdesk.generation.keys;

import io.frontdesk.contracts.llm.LlmKeyView;
import io.frontdesk.contracts.llm.LlmKeyView.Origin;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.KeyState;
import io.frontdesk.generation.pool.LlmKey;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys as they are shown. */
final class KeyViews {
    private KeyViews() {}

    static LlmKeyView of(UUID id, Origin origin, boolean enabled, LlmKey key, @Nullable KeyState state) {
        KeyLimits limits = key.limits();
        Prices prices = key.prices();
        return new LlmKeyView(
                id,
                key.alias(),
                origin,
                enabled,
                key.provider(),
                key.baseUrl(),
                key.model(),
                key.cheapModel(),
                key.priority(),
                limits.requestsPerMinute(),
                limits.tokensPerMinute(),
                limits.requestsPerDay(),
                limits.tokensPerDay(),
                prices.promptPerMillion(),
                prices.completionPerMillion(),
                key.acceptsPrefix(),
                state(state));
    }

    private static LlmKeyView.@Nullable State state(@Nullable KeyState state) {
        if (state == null) {
            return null;
        }
        return new LlmKeyView.State(
                state.breaker().name().toLowerCase(Locale.ROOT),
                state.out(),
                state.failures(),
                state.delay() == null ? null : Math.ceilDiv(state.delay().toMillis(), 1_000),
                state.requests(),
                state.tokens(),
                state.dayRequests(),
                state.dayTokens(),
                state.quotaSpentIn().map(Duration::toSeconds).orElse(null));
    }
}
