package io.frontdesk.auth.visitors;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tokens for visitors, for API keys alone. */
@Path("/internal/v1/visitor-tokens")
public class VisitorTokenResource {
    private final VisitorTokens tokens;
    private final CurrentCaller caller;

    VisitorTokenResource(VisitorTokens tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Scope.Names.CHAT)
    @ResponseStatus(201)
    public Uni<VisitorTokenView> issue(NewVisitorToken request) {
        return tokens.issue(caller.get(), request).map(VisitorTokenView::of);
    }
}
