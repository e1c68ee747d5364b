package io.frontdesk.kit.verification;

import io.frontdesk.kit.balancing.Unreachable;
import io.quarkus.oidc.OIDCException;
import java.util.stream.Stream;

/** The keys that a token would be verified with cannot be had now, so that nobody knows whether it is good. */
public final class KeysMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysMissing(Throwable cause) {
        super("Signing keys cannot be had at the moment", cause);
    }

    /** Whether a token was refused for that alone: to quarkus-oidc it is one refusal among others. */
    static boolean isCauseOf(Throwable refusal) {
        return Unreachable.is(refusal)
                || Stream.iterate(refusal, cause -> cause != null, Throwable::getCause)
                        .anyMatch(cause -> cause instanceof KeysMissing || cause instanceof OIDCException);
    }
}
