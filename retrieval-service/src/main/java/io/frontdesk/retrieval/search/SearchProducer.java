package io.frontdesk.retrieval.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.kit.database.ReadDatabase;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.answers.FoundAgain;
import io.frontdesk.retrieval.answers.PgCandidateStore;
import io.frontdesk.retrieval.answers.ProvenAnswers;
import io.frontdesk.retrieval.cache.RetrievalCache;
import io.frontdesk.retrieval.generations.Generations;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.frontdesk.retrieval.rerank.Reranker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** What happens on a search, from the outside in. */
@Singleton
class SearchProducer {
    void requirePools(@Observes StartupEvent starting, ReadDatabase database) {
        database.requirePools();
    }

    @Produces
    @Singleton
    Search search(
            HybridSearch hybrid,
            Reranker reranker,
            RetrievalCache cache,
            Generations generations,
            KnowledgeVersions versions,
            ObjectMapper json,
            SearchConfig config,
            MeterRegistry metrics) {
        var search = new RerankingSearch(hybrid, reranker);
        return config.cache().enabled()
                ? new CachingSearch(
                        search, cache, generations, versions, config.cache().lifetime(), json, metrics)
                : search;
    }

    @Produces
    @Singleton
    PassageStore passages(
            TenantDatabase primary,
            ReadDatabase database,
            KnowledgeVersions versions,
            PgCandidateStore answers,
            ProvenAnswers proven,
            FoundAgain again,
            Reranker reranker,
            SearchConfig config) {
        Function<TenantDatabase, PassageStore> on =
                asked -> new PgPassageStore(asked, answers, proven, again, config, reranker::candidates);
        return database.hasReplicas() ? new ReplicatedPassageStore(database, primary, on, versions) : on.apply(primary);
    }

    @Produces
    @Singleton
    RecallSampler recallSampler(SearchConfig config, MeterRegistry metrics) {
        return new RecallSampler(config.sampler(), config.exactUpTo(), metrics);
    }
}
