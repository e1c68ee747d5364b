package io.frontdesk.ingestion.index;

import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(baseUri = "stork://retrieval-service", configKey = "retrieval-service")
@Path("/internal/v1/documents/{id}")
interface IndexRestClient {
    @POST
    @Path("/versions/{version}/chunks")
    Uni<Void> stage(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") UUID id,
            @PathParam("version") long version,
            ChunkBatch batch);

    @POST
    @Path("/versions/{version}/publication")
    Uni<IndexReceipt> publish(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") UUID id,
            @PathParam("version") long version,
            Publication publication);

    @DELETE
    Uni<IndexReceipt> remove(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("id") UUID id,
            @QueryParam("version") long version);
}
