package io.frontdesk.auth.federation;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Identity providers of the caller's own tenant. */
@Path("/internal/v1/identity-providers")
@RolesAllowed(Scope.Names.ADMIN)
public class IdentityProviderResource {
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
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.parse(limit, cursor);
        return providers.list(caller.get().tenantId(), page).map(found -> IdentityProviderPage.of(found, page.limit()));
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
