package io.frontdesk.gateway.operations;

import io.frontdesk.contracts.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole suite in one look, for the operator. */
@Path("/v1/admin/status")
@Tag(name = OperationsResource.TAG)
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final SuiteHealth suite;

    StatusResource(SuiteHealth suite) {
        this.suite = suite;
    }

    @GET
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "status", summary = "Services, caches, limits, queues and keys, asked now")
    @APIResponse(responseCode = "200", description = "How they are; 200 also where something is down")
    public Uni<SuiteStatus> get() {
        return suite.report().map(InstanceReports::status);
    }
}
