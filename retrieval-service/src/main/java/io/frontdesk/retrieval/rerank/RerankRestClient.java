package io.frontdesk.retrieval.rerank;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cohere's rerank API, version 2, as far as it is used. */
@Path("/v2/rerank")
interface RerankRestClient {
    @POST
    Uni<Reply> rerank(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String bearer, Request request);

    record Request(String model, String query, List<String> documents, int topN) {}

    record Reply(@Nullable List<Result> results) {}

    /**
     * A document and how well it answers.
     *
     * @param index among those that were sent, from 0
     */
    record Result(int index, double relevanceScore) {}
}
