package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationPage;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Conversations: a customer's own with {@code chat}, all of the tenant with {@code analytics}. */
@Path("/internal/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scope.Names.CHAT, Scope.Names.ANALYTICS})
class ConversationResource {
    private final ConversationLibrary library;
    private final CurrentCaller caller;

    ConversationResource(ConversationLibrary library, CurrentCaller caller) {
        this.library = library;
        this.caller = caller;
    }

    @GET
    public Uni<ConversationPage> list(
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable String cursor,
            @RestQuery("customer_id") @Nullable String customer) {
        return library.page(caller.get(), customer, limit, cursor);
    }

    @GET
    @Path("/{id}")
    public Uni<ConversationDetail> get(@RestPath UUID id) {
        return library.find(caller.get(), id);
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@RestPath UUID id) {
        return library.remove(caller.get(), id);
    }
}
