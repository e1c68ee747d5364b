package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Decides over what a request asks for besides itself, so that one that asks for many things counts for as many. */
@ApplicationScoped
public class FurtherAdmissions {
    /** The attribute of an identity with what its caller is granted. */
    public static final String GRANT = TokenGrant.class.getName();

    private final Admissions admissions;
    private final Limits limits;
    private final SecurityIdentity identity;

    FurtherAdmissions(Admissions admissions, Limits limits, SecurityIdentity identity) {
        this.admissions = admissions;
        this.limits = limits;
        this.identity = identity;
    }

    /** Whether the caller of the request at hand may ask for one thing more of these routes now. It counts where it may. */
    public Uni<Boolean> admits(RouteClass routes) {
        TokenGrant grant = Objects.requireNonNull(identity.getAttribute(GRANT), "a caller has a grant");
        return admissions
                .admit(grant, limits.of(grant, routes))
                .map(admission -> admission.decision().admitted());
    }
}
