package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/** A new password in place of the current one. */
record PasswordChange(
        @Nullable String currentPassword, @Nullable String newPassword) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "PasswordChange[…]";
    }
}
