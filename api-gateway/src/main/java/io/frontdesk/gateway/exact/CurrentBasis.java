package io.frontdesk.gateway.exact;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The {@link Basis} of the request at hand. */
@ApplicationScoped
class CurrentBasis {
    private final SecurityIdentity identity;

    CurrentBasis(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty where it is not known. */
    Optional<Basis> get() {
        return Optional.ofNullable(identity.getAttribute(Basis.ATTRIBUTE));
    }
}
