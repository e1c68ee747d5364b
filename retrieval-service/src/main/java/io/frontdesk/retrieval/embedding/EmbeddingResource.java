package io.frontdesk.retrieval.embedding;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.frontdesk.kit.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** The vectors of texts, each made anew: for those who measure the model, and compare what it says of texts of their own. */
@Path("/internal/v1/embeddings")
@RolesAllowed({Scope.Names.SEARCH, Scope.Names.CHAT})
class EmbeddingResource {
    private final Embedders embedders;
    private final EmbeddingConfig config;
    private final CurrentCaller caller;

    EmbeddingResource(Embedders embedders, EmbeddingConfig config, CurrentCaller caller) {
        this.embedders = embedders;
        this.config = config;
        this.caller = caller;
    }

    @POST
    public Uni<EmbeddingReply> embed(EmbeddingRequest request) {
        Embedder embedder = embedders.uncached(config.model());
        Uni<List<Embedding>> made = request.ofDocuments()
                ? embedder.passages(request.input())
                : questions(embedder, request.input(), caller.get().tenantId());
        return Deadlines.within(made).map(embeddings -> EmbeddingReply.of(embeddings, embedder.model()));
    }

    private static Uni<List<Embedding>> questions(Embedder embedder, List<String> texts, UUID tenant) {
        return Uni.join()
                .all(texts.stream().map(text -> embedder.query(tenant, text)).toList())
                .andFailFast();
    }
}
