package io.frontdesk.auth.sessions;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/auth/refresh}. */
record RefreshRequest(@Nullable String refreshToken) implements ClosedRequest {
    String checkedToken() {
        if (refreshToken == null) {
            throw new InvalidField("refresh_token", "must be given");
        }
        return refreshToken;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
