package io.frontdesk.gateway.conversations;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationPage;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conversations: the caller's own with {@code chat}, all of the tenant with {@code analytics}. */
@Path("/v1/conversations")
@Tag(name = "conversations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scope.Names.CHAT, Scope.Names.ANALYTICS})
public class ConversationsResource {
    private static final String CONVERSATIONS = GenerationClient.INTERNAL + "/v1/conversations";

    private final GenerationClient generation;

    ConversationsResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "Conversations, the newest first",
            description = "With analytics those of the whole tenant, or of the customer who is named.")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = ConversationPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("customer_id") @Nullable String customer) {
        String page = UpstreamRequest.page(CONVERSATIONS, limit, cursor);
        return generation.call(UpstreamRequest.get(UpstreamRequest.query(page, "customer_id", customer)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConversation", summary = "A conversation, with all that was said")
    @APIResponse(
            responseCode = "200",
            description = "The conversation",
            content = @Content(schema = @Schema(implementation = ConversationDetail.class)))
    public Uni<Response> get(UUID id) {
        return generation.call(UpstreamRequest.get(CONVERSATIONS + "/" + id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteConversation", summary = "Forgets a conversation")
    @APIResponse(responseCode = "204", description = "It is forgotten")
    public Uni<Response> delete(UUID id) {
        return generation.call(UpstreamRequest.delete(CONVERSATIONS + "/" + id));
    }
}
