package io.frontdesk.gateway.exact;

import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The {@link Basis} of the request at hand. */
@ApplicationScoped
class CurrentBasis {
    private final SecurityIdentity identity;

    CurrentBasis(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the request at hand came from this tenant; that of any other says nothing of it. */
    boolean isOf(UUID tenant) {
        Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
        return caller != null && caller.tenantId().equals(tenant);
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
