package io.frontdesk.kit.verification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of a request: one header, one signed token (RFC 7515, compact), not longer than any that the auth-service makes. */
final class BearerToken {
    private static final String PART = "[A-Za-z0-9_-]++";
    private static final Pattern BEARER =
            Pattern.compile("bearer (" + PART + "\\." + PART + "\\." + PART + ")", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 8_192;

    private BearerToken() {}

    /** The token of these {@code Authorization} headers, or nothing where they do not hold exactly one. */
    static Optional<String> of(List<String> authorizations) {
        return authorizations.size() == 1 ? of(authorizations.get(0)) : Optional.empty();
    }

    private static Optional<String> of(String authorization) {
        if (authorization.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
