package io.frontdesk.gateway.conversations;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.CustomerExport;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that is kept about one who asked: told, and erased. */
@Path("/v1/customers/{customer_id}")
@Tag(name = "conversations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Names.ADMIN)
public class CustomersResource {
    private static final String CUSTOMERS = GenerationClient.INTERNAL + "/v1/customers/";

    private final GenerationClient generation;

    CustomersResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportCustomer",
            summary = "All that is kept about a customer: conversations, answers and feedback")
    @APIResponse(
            responseCode = "200",
            description = "What is kept",
            content = @Content(schema = @Schema(implementation = CustomerExport.class)))
    public Uni<Response> export(@PathParam("customer_id") String customer) {
        return generation.call(UpstreamRequest.get(path(customer) + "/export"));
    }

    @DELETE
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erases all that is kept about a customer",
            description = "What is being answered meanwhile may come after it; then ask again.")
    @APIResponse(responseCode = "204", description = "It is erased")
    public Uni<Response> erase(@PathParam("customer_id") String customer) {
        return generation.call(UpstreamRequest.delete(path(customer)));
    }

    private static String path(String customer) {
        return CUSTOMERS + URLEncoder.encode(customer, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
