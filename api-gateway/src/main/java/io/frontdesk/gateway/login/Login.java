package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/** A user's e-mail address and password. */
record Login(@Nullable String email, @Nullable String password) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "Login[…]";
    }
}
