package io.frontdesk.gateway.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's settings of the gateway.
 *
 * @param cors which websites may call from a browser
 * @param limits requests of the tenant, at most the plan's
 */
record GatewaySettings(@Nullable Cors cors, @Nullable Limits limits) {
    /**
     * Cross-origin requests.
     *
     * @param origins such as {@code https://shop.example}
     * @param credentials false, since browsers have no credential of their own to send along: no cookie authenticates here
     */
    record Cors(
            @Nullable List<@Nullable String> origins,
            @Nullable Boolean credentials) {}

    /** How many requests are taken. */
    record Limits(@Nullable Long perMinute, @Nullable Long perHour) {}
}
