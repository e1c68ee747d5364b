package io.frontdesk.auth.users;

import io.frontdesk.auth.ClosedRequest;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/users}. */
record NewUser(
        @Nullable String email,
        @Nullable String password,
        @Nullable String role) implements ClosedRequest {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "NewUser[email=%s, role=%s]".formatted(email, role);
    }
}
