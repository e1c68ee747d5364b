package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A person of the tenant.
 *
 * @param role {@code owner}, {@code agent} or {@code viewer}
 */
record NewUser(
        @Nullable String email,
        @Nullable String password,
        @Nullable String role) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
