package io.frontdesk.auth.exchange;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.settings.LimitsOfTenants;
import io.frontdesk.auth.signing.SignedToken;
import io.frontdesk.auth.signing.TokenSigner;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A signed token for a principal, and what it says. */
@ApplicationScoped
class Grants {
    private final TokenSigner signer;
    private final LimitsOfTenants limits;

    Grants(TokenSigner signer, LimitsOfTenants limits) {
        this.signer = signer;
        this.limits = limits;
    }

    /** With the limits that the tenant has settled, for whoever is let in by it. */
    Uni<TokenGrant> withLimits(Principal principal) {
        return limits.of(principal.tenantId()).map(of(principal)::with);
    }

    TokenGrant of(Principal principal) {
        SignedToken token = signer.internal(principal);
        return new TokenGrant(
                token.text(),
                "Bearer",
                token.expiresIn(),
                principal.tenantId(),
                principal.subject(),
                principal.scopes().claim(),
                principal.plan(),
                principal.labels(),
                principal.epochs());
    }
}
