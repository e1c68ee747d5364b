package io.frontdesk.auth.settings;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Settings of a tenant that concern the gateway. */
@Path("/internal/v1")
public class GatewaySettingsResource {
    private static final String SERVICE = "service:";

    private final SettingsOfTenants settings;
    private final CurrentCaller caller;

    GatewaySettingsResource(SettingsOfTenants settings, CurrentCaller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Path("/settings/gateway")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<GatewaySettingsView> get() {
        return settings.get(caller.get().tenantId()).map(read -> GatewaySettingsView.of(read.settings()));
    }

    @PUT
    @Path("/settings/gateway")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<GatewaySettingsView> put(GatewaySettingsRequest request) {
        return settings.put(caller.get(), request.checked()).map(GatewaySettingsView::of);
    }

    /**
     * For gateways, with the token that they take for this tenant by client credentials ({@code POST /client-tokens}), and for
     * the operator; anybody else is refused with 403, a service's token for another tenant with 404.
     */
    @GET
    @Path("/tenants/{tenant}/settings/gateway")
    @Authenticated
    public Uni<TenantSettingsView> getOf(UUID tenant) {
        Caller reader = caller.get();
        boolean operator = reader.scopes().contains(Scope.OPERATOR);
        if (!operator && !reader.subject().startsWith(SERVICE)) {
            throw new ForbiddenException();
        }
        if (!operator && !reader.tenantId().equals(tenant)) {
            throw new AuthError.NotFound("tenant");
        }
        return settings.get(tenant).map(TenantSettingsView::of);
    }
}
