package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedder;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.GenerationOutdated;
import io.frontdesk.retrieval.generations.Generations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches by meaning and by words at once. */
@ApplicationScoped
@Typed(HybridSearch.class)
class HybridSearch implements UncachedSearch {
    private final Generations generations;
    private final PassageStore store;
    private final RecallStore recalls;
    private final RecallSampler sampler;
    private final MeterRegistry metrics;
    private final Timer duration;

    HybridSearch(
            Generations generations,
            PassageStore store,
            RecallStore recalls,
            RecallSampler sampler,
            MeterRegistry metrics) {
        this.generations = generations;
        this.store = store;
        this.recalls = recalls;
        this.sampler = sampler;
        this.metrics = metrics;
        this.duration = Timer.builder("search.duration")
                .description("Time to answer a search, embedding included")
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public Uni<SearchReply> search(Caller caller, SearchRequest request) {
        return search(caller, request, Embedder::query);
    }

    @Override
    public Uni<SearchReply> search(Caller caller, SearchRequest request, byte @Nullable [] vector) {
        return search(caller, request, (embedder, tenant, question) -> embedder.query(tenant, question, vector));
    }

    private Uni<SearchReply> search(Caller caller, SearchRequest request, QuestionEmbedding question) {
        return Uni.createFrom().deferred(() -> {
            var watch = Timer.start(metrics);
            return find(caller, request, question)
                    .onFailure(GenerationOutdated.class)
                    .recoverWithUni(() -> generations.refreshed().chain(() -> find(caller, request, Embedder::query)))
                    .onTermination()
                    .invoke(() -> watch.stop(duration));
        });
    }

    /** How an embedder is asked for the vector of a question. */
    @FunctionalInterface
    private interface QuestionEmbedding {
        Uni<Embedding> of(Embedder embedder, UUID tenant, String question);
    }

    private Uni<SearchReply> find(Caller caller, SearchRequest request, QuestionEmbedding embedding) {
        return generations.live().chain(live -> embedding
                .of(live.embedder(), caller.tenantId(), request.query())
                .chain(question -> store.find(caller, request, question, live.generation())
                        .invoke(() ->
                                sampler.answered(() -> recalls.of(caller, request, question, live.generation())))));
    }
}
