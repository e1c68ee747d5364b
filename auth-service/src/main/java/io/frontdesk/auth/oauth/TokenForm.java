package io.frontdesk.auth.oauth;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.problem.GrantError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a token request. Those that it does not know are ignored, as RFC 6749, section 3.2, wants it. */
record TokenForm(Map<String, List<String>> parameters) {
    /**
     * Reads a form. Quarkus's own reader fails on parameters without a name, and on escapes that are none.
     *
     * @throws AuthError.GrantRefused where it is no form
     */
    static TokenForm read(String form) {
        Map<String, List<String>> parameters = new HashMap<>();
        try {
            for (String parameter : form.split("&")) {
                String[] parts = parameter.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw new AuthError.GrantRefused(GrantError.INVALID_REQUEST, "The body is no form");
        }
        return new TokenForm(parameters);
    }

    /** @throws IllegalArgumentException where an escape is none */
    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * The value of a parameter.
     *
     * @throws AuthError.GrantRefused where it is there twice
     */
    Optional<String> get(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new AuthError.GrantRefused(GrantError.INVALID_REQUEST, name + " must not be given twice");
        }
        return values.stream().findFirst().filter(value -> !value.isEmpty());
    }

    /**
     * The value of a parameter.
     *
     * @throws AuthError.GrantRefused where it is not there, or twice
     */
    String require(String name) {
        return get(name)
                .orElseThrow(() -> new AuthError.GrantRefused(GrantError.INVALID_REQUEST, name + " must be given"));
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "TokenForm" + parameters.keySet();
    }
}
