package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a tenant; what is absent stays as it is.
 *
 * @param status {@code active} or {@code suspended}
 */
record TenantChange(
        @Nullable String name,
        @Nullable String plan,
        @Nullable String status) {}
