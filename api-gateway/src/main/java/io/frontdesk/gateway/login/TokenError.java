package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/** Why there is no token (RFC 6749, section 5.2). */
record TokenError(String error, @Nullable String errorDescription) {}
