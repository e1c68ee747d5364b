package io.frontdesk.auth.exchange;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tokens inside the house for what the operator asks of a tenant. */
@Path("/internal/v1/tenants/{tenant}/tokens")
public class TenantTokenResource {
    private final TenantTokens tokens;
    private final CurrentCaller caller;

    TenantTokenResource(TenantTokens tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(201)
    public Uni<TokenGrant> issue(UUID tenant) {
        return tokens.issue(tenant, caller.get());
    }
}
