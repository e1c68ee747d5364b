package io.frontdesk.auth.users;

import io.frontdesk.auth.access.Role;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

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

    private Uni<UserView> create(UUID tenant, NewUser request) {
        return users.create(
                        tenant,
                        Email.parse(request.email()),
                        Password.chosen(request.password()),
                        Role.parse(request.role()))
                .map(UserView::of);
    }
}
