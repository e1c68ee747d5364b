package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.generations.GenerationOutdated;
import io.frontdesk.retrieval.generations.Generations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/** Searches by meaning and by words at once. */
@ApplicationScoped
@Typed(HybridSearch.class)
class HybridSearch implements Search {
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
        return Uni.createFrom().deferred(() -> {
            var watch = Timer.start(metrics);
            return find(caller, request)
                    .onFailure(GenerationOutdated.class)
                    .recoverWithUni(() -> generations.refreshed().chain(() -> find(caller, request)))
                    .onTermination()
                    .invoke(() -> watch.stop(duration));
        });
    }

    private Uni<SearchReply> find(Caller caller, SearchRequest request) {
        return generations.live().chain(live -> live.embedder()
                .query(caller.tenantId(), request.query())
                .chain(question -> store.find(caller, request, question, live.generation())
                        .invoke(() ->
                                sampler.answered(() -> recalls.of(caller, request, question, live.generation())))));
    }
}
