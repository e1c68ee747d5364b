package io.frontdesk.generation.customers;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.CustomerExport;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** All that is kept about a customer of the caller's tenant. */
@Path("/internal/v1/customers/{customer_id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Names.ADMIN)
class CustomerResource {
    private final Customers customers;
    private final CurrentCaller caller;

    CustomerResource(Customers customers, CurrentCaller caller) {
        this.customers = customers;
        this.caller = caller;
    }

    @GET
    @Path("/export")
    public Uni<CustomerExport> export(@RestPath("customer_id") String customer) {
        return customers.export(caller.get().tenantId(), customer);
    }

    /** What is being answered meanwhile may come after it: whoever goes on asking is still a customer. */
    @DELETE
    public Uni<Void> erase(@RestPath("customer_id") String customer) {
        return customers.erase(caller.get().tenantId(), customer);
    }
}
