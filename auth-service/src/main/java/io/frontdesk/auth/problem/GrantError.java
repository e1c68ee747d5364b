package io.frontdesk.auth.problem;

import java.util.Locale;

/** The error codes of a token endpoint (RFC 6749, section 5.2) that are answered here. */
public enum GrantError {
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_GRANT(400),
    UNSUPPORTED_GRANT_TYPE(400);

    private final int status;

    GrantError(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
