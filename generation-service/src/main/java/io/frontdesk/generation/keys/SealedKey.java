package io.frontdesk.generation.keys;

import io.frontdesk.generation.pool.KeyLimits;
import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of the operator's, as it is stored.
 *
 * @param secret sealed under its alias
 */
public record SealedKey(
        UUID id,
        String alias,
        boolean enabled,
        String provider,
        URI baseUrl,
        String secret,
        String model,
        @Nullable String cheapModel,
        int priority,
        KeyLimits limits,
        BigDecimal promptPrice,
        BigDecimal completionPrice,
        boolean acceptsPrefix) {}
