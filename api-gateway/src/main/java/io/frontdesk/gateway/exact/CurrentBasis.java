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

    /** Whether the tenant's state could be read. Else there may be a basis, and answers that rest on it. */
    boolean isTold() {
        return Boolean.TRUE.equals(identity.getAttribute(Basis.TOLD));
    }
}
