package io.frontdesk.auth.oauth;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.problem.GrantError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a token request. Those that it does not know are ignored, as RFC 6749, section 3.2, wants it. */
record TokenForm(Map<String, List<String>> parameters) {
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
