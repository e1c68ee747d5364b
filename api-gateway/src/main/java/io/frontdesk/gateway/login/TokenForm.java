package io.frontdesk.gateway.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a token request, for the OpenAPI document: the form is passed on unread.
 *
 * @param grantType {@code client_credentials} or {@code refresh_token}
 * @param clientId {@code fd_<id>} of an API key; it and the secret may stand in {@code Authorization: Basic} instead
 * @param clientSecret the secret part of that key
 */
@Schema(name = "TokenRequest")
record TokenForm(
        String grantType,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String refreshToken) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "TokenForm[…]";
    }
}
