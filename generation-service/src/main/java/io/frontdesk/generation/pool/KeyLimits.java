package io.frontdesk.generation.pool;

import io.frontdesk.contracts.InvalidField;

/**
 * What a key may take, 0 where there is no limit. No 60 seconds hold more than a limit of the minute; days are those of UTC.
 * Tokens are those that are read and those that are written.
 */
public record KeyLimits(long requestsPerMinute, long tokensPerMinute, long requestsPerDay, long tokensPerDay) {
    public static final KeyLimits NONE = new KeyLimits(0, 0, 0, 0);

    public KeyLimits {
        require("requests_per_minute", requestsPerMinute);
        require("tokens_per_minute", tokensPerMinute);
        require("requests_per_day", requestsPerDay);
        require("tokens_per_day", tokensPerDay);
    }

    private static void require(String field, long limit) {
        // Redis' scripts count exactly up to 14 digits.
        if (limit < 0 || limit > 1_000_000_000_000L) {
            throw new InvalidField(field, "must be from 0, which is none, to 10^12, is " + limit);
        }
    }
}
