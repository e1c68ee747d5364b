package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.documents.DocumentPage;
import io.frontdesk.contracts.documents.DocumentView;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Documents, to be read. */
@Path("/internal/v1/documents")
public class DocumentResource {
    private final CurrentCaller caller;
    private final Library library;

    DocumentResource(CurrentCaller caller, Library library) {
        this.caller = caller;
        this.library = library;
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<DocumentPage> list(@RestQuery @DefaultValue("50") int limit, @RestQuery @Nullable String cursor) {
        return library.page(caller.get().tenantId(), limit, cursor);
    }

    /** An id that is none is an unknown one: 404 for both. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<DocumentView> get(@RestPath UUID id) {
        return library.document(caller.get().tenantId(), id);
    }
}
