package io.frontdesk.auth.exchange;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.tokens.ClientTokenRequest;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.contracts.tokens.TokenRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens inside the house, for the gateway and the services. Open to all: the credential sent is what authenticates. */
@Path("/internal/v1")
@PermitAll
public class TokenResource {
    /** What services do on their own. */
    private static final Scopes OF_SERVICES =
            Scopes.of(Scope.CHAT, Scope.SEARCH, Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE);

    private final CredentialExchange exchange;
    private final Clients clients;
    private final Tenants tenants;
    private final Grants grants;

    TokenResource(CredentialExchange exchange, Clients clients, Tenants tenants, Grants grants) {
        this.exchange = exchange;
        this.clients = clients;
        this.tenants = tenants;
        this.grants = grants;
    }

    @POST
    @Path("/token-exchange")
    public Uni<TokenGrant> exchange(TokenRequest request) {
        return exchange.principal(request.credential()).chain(grants::withLimits);
    }

    /** For work that nobody asked for. Also where the tenant is suspended: its work may have to be wound up. */
    @POST
    @Path("/client-tokens")
    public Uni<TokenGrant> forClient(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, ClientTokenRequest request) {
        String client = clients.authenticate(authorization).orElseThrow(AuthError.CredentialRefused::new);
        return tenants.get(requireTenant(request.tenantId()))
                .map(tenant -> service(client, tenant))
                .map(grants::of);
    }

    private static UUID requireTenant(@Nullable UUID tenant) {
        if (tenant == null) {
            throw new InvalidField("tenant_id", "must be given");
        }
        return tenant;
    }

    private static Principal service(String client, Tenant tenant) {
        return Principal.service(tenant.id(), client, tenant.plan(), OF_SERVICES, List.of(Claims.ALL_LABELS));
    }
}
