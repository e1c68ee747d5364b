package io.frontdesk.kit;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** A resource as services have them. */
@Path("/echo")
public class EchoResource {
    private final CurrentCaller caller;

    EchoResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Scope.Names.SEARCH)
    public SearchRequest echo(SearchRequest request) {
        return request;
    }

    @GET
    @Path("/caller")
    @RolesAllowed({Scope.Names.DOCUMENTS_READ, Scope.Names.SEARCH})
    public Map<String, Object> caller() {
        var who = caller.get();
        return Map.of("tenant_id", who.tenantId(), "acl", who.acl(), "scopes", who.scopes(), "plan", who.plan());
    }

    @GET
    @Path("/forgotten")
    public String withoutAnnotation() {
        return "nobody should read this";
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("a secret detail");
    }
}
