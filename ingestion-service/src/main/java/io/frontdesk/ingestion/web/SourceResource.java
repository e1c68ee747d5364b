package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.sources.SourceAccepted;
import io.frontdesk.contracts.sources.SourceIntake;
import io.frontdesk.contracts.sources.SourcePage;
import io.frontdesk.contracts.sources.SourceView;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources of documents. A 202 means that what was asked for is stored, and will be done. */
@Path("/internal/v1/sources")
class SourceResource {
    private final CurrentCaller caller;
    private final Sources sources;

    SourceResource(CurrentCaller caller, Sources sources) {
        this.caller = caller;
        this.sources = sources;
    }

    @POST
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<RestResponse<SourceAccepted>> take(SourceIntake source) {
        return sources.take(caller.get().tenantId(), source)
                .map(id -> RestResponse.status(RestResponse.Status.ACCEPTED, new SourceAccepted(id)));
    }

    @GET
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<SourcePage> list(@RestQuery @DefaultValue("50") int limit, @RestQuery @Nullable String cursor) {
        return sources.page(caller.get().tenantId(), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_READ)
    public Uni<SourceView> get(@RestPath UUID id) {
        return sources.source(caller.get().tenantId(), id);
    }

    /** Its documents are deleted in a while. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
    public Uni<RestResponse<SourceAccepted>> delete(@RestPath UUID id) {
        return sources.delete(caller.get().tenantId(), id)
                .replaceWith(RestResponse.status(RestResponse.Status.ACCEPTED, new SourceAccepted(id)));
    }
}
