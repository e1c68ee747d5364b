package io.frontdesk.generation.retrieval;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(baseUri = "stork://retrieval-service", configKey = "retrieval-service")
@Path("/internal/v1")
interface RetrievalRestClient {
    @POST
    @Path("/search")
    Uni<SearchReply> search(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam(Headers.TIME_LEFT) long millisLeft,
            SearchRequest request);

    @POST
    @Path("/answers")
    Uni<OfferReply> offer(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, AnswerOffer offer);

    @POST
    @Path("/embeddings")
    Uni<Embeddings> embed(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Embeddings.Wanted wanted);
}
