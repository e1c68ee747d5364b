package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How the ingestion-service writes the index. Each request may be sent again. */
@Path("/internal/v1/documents/{id}")
@RolesAllowed(Scope.Names.DOCUMENTS_WRITE)
class IndexResource {
    private final DocumentIndex index;
    private final CurrentCaller caller;

    IndexResource(DocumentIndex index, CurrentCaller caller) {
        this.index = index;
        this.caller = caller;
    }

    @POST
    @Path("/versions/{version}/chunks")
    public Uni<Void> stage(@RestPath UUID id, @RestPath long version, ChunkBatch batch) {
        return index.stage(version(id, version), batch);
    }

    @POST
    @Path("/versions/{version}/publication")
    public Uni<IndexReceipt> publish(@RestPath UUID id, @RestPath long version, Publication publication) {
        return index.publish(version(id, version), publication);
    }

    @DELETE
    public Uni<IndexReceipt> remove(@RestPath UUID id, @RestQuery long version) {
        return index.remove(version(id, version));
    }

    private DocumentVersion version(UUID id, long version) {
        return new DocumentVersion(caller.get().tenantId(), id, version);
    }
}
