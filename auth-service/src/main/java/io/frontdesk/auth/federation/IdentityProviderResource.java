package io.frontdesk.auth.federation;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Identity providers of the caller's own tenant. */
@Path("/internal/v1/identity-providers")
@RolesAllowed(Scope.Names.ADMIN)
public class IdentityProviderResource {
    private static final int MAX_LIMIT = 100;

    private final IdentityProviders providers;
    private final CurrentCaller caller;

    IdentityProviderResource(IdentityProviders providers, CurrentCaller caller) {
        this.providers = providers;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    public Uni<IdentityProviderView> create(NewIdentityProvider request) {
        return providers.create(caller.get(), request).map(IdentityProviderView::of);
    }

    @GET
    public Uni<IdentityProviderPage> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") Optional<UUID> after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidField("limit", "must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
        return providers
                .list(caller.get().tenantId(), after, limit)
                .map(found -> IdentityProviderPage.of(found, limit));
    }

    @GET
    @Path("/{id}")
    public Uni<IdentityProviderView> get(UUID id) {
        return providers.get(caller.get().tenantId(), id).map(IdentityProviderView::of);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return providers.remove(caller.get(), id);
    }
}
