package io.frontdesk.gateway.llmkeys;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.llm.LlmKeyChange;
import io.frontdesk.contracts.llm.LlmKeyPage;
import io.frontdesk.contracts.llm.LlmKeyView;
import io.frontdesk.contracts.llm.NewLlmKey;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys of language models: any number, of any provider that serves OpenAI's protocol. Their secrets go in and never come out. */
@Path("/v1/admin/llm-keys")
@Tag(name = "language models")
@Produces(MediaType.APPLICATION_JSON)
public class LlmKeysResource {
    private static final String KEYS = GenerationClient.INTERNAL + "/v1/admin/llm-keys";

    private final GenerationClient keys;

    LlmKeysResource(GenerationClient keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "listLlmKeys",
            summary = "All keys, those of the installation's environment first, and how they stand")
    @APIResponse(
            responseCode = "200",
            description = "The keys, without their secrets",
            content = @Content(schema = @Schema(implementation = LlmKeyPage.class)))
    public Uni<Response> list() {
        return keys.call(UpstreamRequest.get(KEYS));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "getLlmKey", summary = "A key, and how it stands")
    @APIResponse(
            responseCode = "200",
            description = "The key, without its secret",
            content = @Content(schema = @Schema(implementation = LlmKeyView.class)))
    public Uni<Response> get(UUID id) {
        return keys.call(UpstreamRequest.get(KEYS + "/" + id));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addLlmKey", summary = "Adds a key, which all replicas use within seconds")
    @APIResponse(
            responseCode = "201",
            description = "The key, without its secret",
            content = @Content(schema = @Schema(implementation = LlmKeyView.class)))
    @APIResponse(
            responseCode = "409",
            description = "There is a key with this alias, or keys cannot be kept encrypted yet")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewLlmKey.class)))
    public Uni<Response> add(NewLlmKey key) {
        return keys.call(UpstreamRequest.post(KEYS, key));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeLlmKey",
            summary = "Changes a key that the operator has added",
            description = "What is absent stays; its alias cannot be changed.")
    @APIResponse(
            responseCode = "200",
            description = "The key, without its secret",
            content = @Content(schema = @Schema(implementation = LlmKeyView.class)))
    @APIResponse(responseCode = "409", description = "The key comes from the installation's environment")
    @RequestBody(content = @Content(schema = @Schema(implementation = LlmKeyChange.class)))
    public Uni<Response> change(UUID id, LlmKeyChange change) {
        return keys.call(UpstreamRequest.patch(KEYS + "/" + id, change));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "removeLlmKey", summary = "Removes a key that the operator has added")
    @APIResponse(responseCode = "204", description = "It is gone; answers that it writes are finished")
    @APIResponse(responseCode = "409", description = "The key comes from the installation's environment")
    public Uni<Response> remove(UUID id) {
        return keys.call(UpstreamRequest.delete(KEYS + "/" + id));
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "resetLlmKey",
            summary = "Closes a key's breaker, and takes it in again where its provider had refused it")
    @APIResponse(
            responseCode = "200",
            description = "The key, and how it stands",
            content = @Content(schema = @Schema(implementation = LlmKeyView.class)))
    public Uni<Response> reset(UUID id) {
        return keys.call(UpstreamRequest.post(KEYS + "/" + id + "/reset"));
    }
}
