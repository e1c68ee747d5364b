package io.frontdesk.generation.keys;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.llm.LlmKeyChange;
import io.frontdesk.contracts.llm.LlmKeyPage;
import io.frontdesk.contracts.llm.LlmKeyView;
import io.frontdesk.contracts.llm.NewLlmKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Keys of language models, for the operator. */
@Path("/internal/v1/admin/llm-keys")
public class KeysResource {
    private final KeyRegistry keys;

    KeysResource(KeyRegistry keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<LlmKeyPage> list() {
        return keys.list().map(views -> new LlmKeyPage(views, null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<LlmKeyView> get(UUID id) {
        return keys.get(id);
    }

    @POST
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(201)
    public Uni<LlmKeyView> add(NewLlmKey key) {
        return keys.add(key);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<LlmKeyView> change(UUID id, LlmKeyChange change) {
        return keys.change(id, change);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<Void> remove(UUID id) {
        return keys.remove(id);
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<LlmKeyView> reset(UUID id) {
        return keys.reset(id);
    }
}
