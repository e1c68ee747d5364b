package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user; what is absent stays as it is.
 *
 * @param password a new one, in place of a forgotten one
 */
record UserChange(@Nullable String role, @Nullable String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "UserChange[…]";
    }
}
