package io.frontdesk.auth.users;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.access.Role;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Users: of the caller's own tenant, and, for the operator, of any. */
@Path("/internal/v1")
public class UserResource {
    private final Users users;
    private final CurrentCaller caller;

    UserResource(Users users, CurrentCaller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Path("/users")
    @RolesAllowed(Scope.Names.ADMIN)
    @ResponseStatus(201)
    public Uni<UserView> create(NewUser request) {
        return create(caller.get().tenantId(), request);
    }

    @POST
    @Path("/tenants/{tenant}/users")
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(201)
    public Uni<UserView> createFor(UUID tenant, NewUser request) {
        return create(tenant, request);
    }

    @GET
    @Path("/users")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<UserPage> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.parse(limit, cursor);
        return users.list(caller.get().tenantId(), page).map(found -> UserPage.of(found, page.limit()));
    }

    @GET
    @Path("/users/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<UserView> get(UUID id) {
        return users.get(caller.get().tenantId(), id).map(UserView::of);
    }

    @PATCH
    @Path("/users/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<UserView> change(UUID id, UserChange request) {
        return users.change(caller.get(), id, request.checkedRole(), request.checkedPassword())
                .map(UserView::of);
    }

    @DELETE
    @Path("/users/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<Void> remove(UUID id) {
        return users.remove(caller.get(), id);
    }

    private Uni<UserView> create(UUID tenant, NewUser request) {
        return users.create(
                        caller.get(),
                        tenant,
                        Email.parse(request.email()),
                        Password.chosen(request.password()),
                        Role.parse(request.role()))
                .map(UserView::of);
    }
}
