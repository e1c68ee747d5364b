package io.frontdesk.contracts.tokens;

import org.jspecify.annotations.Nullable;

/**
 * How many requests a tenant wants taken of all its callers together, on each class of routes; at most what its plan admits.
 *
 * @param settingsVersion not newer than they are, as {@link io.frontdesk.contracts.TenantState#SETTINGS_VERSION}
 * @param perMinute requests in any minute; the plan's where it is absent
 * @param perHour requests in any hour; the plan's where it is absent
 */
public record TenantLimits(
        long settingsVersion,
        @Nullable Long perMinute,
        @Nullable Long perHour) {
    /** Where nobody asked for them: the plan's, whatever is settled. */
    public static final TenantLimits UNKNOWN = new TenantLimits(Long.MAX_VALUE, null, null);
}
