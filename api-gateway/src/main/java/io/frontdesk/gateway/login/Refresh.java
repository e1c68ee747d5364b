package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/** What the last sign-in or refresh gave for the next one. */
record Refresh(@Nullable String refreshToken) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "Refresh[…]";
    }
}
