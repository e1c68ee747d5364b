package io.frontdesk.auth.oauth;

import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.problem.GrantError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An API key as a client's id and secret (RFC 6749, section 2.3.1): {@code fd_<id>} and what follows it. In the
 * {@code Authorization} header or in the form, never in both.
 */
record ClientCredentials(String id, String secret) {
    private static final String BASIC = "Basic ";

    /**
     * Reads them.
     *
     * @throws AuthError.GrantRefused where there are none, or both kinds
     */
    static ClientCredentials of(@Nullable String authorization, TokenForm form) {
        Optional<String> secret = form.get("client_secret");
        if (authorization == null) {
            return new ClientCredentials(
                    form.get("client_id").orElseThrow(ClientCredentials::refused),
                    secret.orElseThrow(ClientCredentials::refused));
        }
        if (secret.isPresent()) {
            throw new AuthError.GrantRefused(
                    GrantError.INVALID_REQUEST, "A client authenticates in one way, not in two");
        }
        return basic(authorization).orElseThrow(ClientCredentials::refused);
    }

    /** The client is unknown, or the secret wrong: the caller is not told which. */
    static AuthError.GrantRefused refused() {
        return new AuthError.GrantRefused(GrantError.INVALID_CLIENT, "The client is not known by these credentials");
    }

    /** The key that they are, if they have the shape of one. */
    Optional<ApiKeyText> key() {
        return ApiKeyText.parse(id + "_" + secret);
    }

    private static Optional<ClientCredentials> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(
                            TokenForm.decoded(pair.substring(0, colon)), TokenForm.decoded(pair.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ClientCredentials[id=%s]".formatted(id);
    }
}
