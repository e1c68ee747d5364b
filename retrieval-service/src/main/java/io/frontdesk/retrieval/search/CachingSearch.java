package io.frontdesk.retrieval.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.cache.RetrievalCache;
import io.frontdesk.retrieval.embedding.QueryKey;
import io.frontdesk.retrieval.generations.Generations;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Remembers what searches of a tenant's knowledge found, for as long as the knowledge is of the version that was searched.
 * Where the tenant's version cannot be told, nothing is known to be fresh, and so nothing is remembered. A search that is to be
 * explained is always made, and so is one that may bring a known answer, since one may have come to be known meanwhile.
 */
final class CachingSearch implements Search {
    private final UncachedSearch search;
    private final RetrievalCache cache;
    private final Generations generations;
    private final KnowledgeVersions versions;
    private final Duration lifetime;
    private final ObjectMapper json;
    private final Counter hits;
    private final Counter misses;

    CachingSearch(
            UncachedSearch search,
            RetrievalCache cache,
            Generations generations,
            KnowledgeVersions versions,
            Duration lifetime,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.search = search;
        this.cache = cache;
        this.generations = generations;
        this.versions = versions;
        this.lifetime = lifetime;
        this.json = json;
        this.hits = metrics.counter("cache.hits", "layer", "search");
        this.misses = metrics.counter("cache.misses", "layer", "search");
    }

    /** What stands in the cache. The reply says itself of which version it is. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Entry(UUID tenant, String key, SearchReply reply) {}

    @Override
    public Uni<SearchReply> search(Caller caller, SearchRequest request) {
        if (request.collection() != Collection.KNOWLEDGE || request.explain() || request.answer() != null) {
            return search.search(caller, request);
        }
        String key = ResultKey.of(caller, request);
        return Uni.combine()
                .all()
                .unis(versions.current(caller.tenantId()), read(caller, request, key))
                .withUni((version, values) -> values.getFirst()
                        .flatMap(value -> fresh(value, caller.tenantId(), key, version))
                        .map(this::hit)
                        .orElseGet(() -> searched(caller, request, key, values.getLast(), version)));
    }

    /** What the search found and the vector of its question, in one round trip. */
    private Uni<List<Optional<byte[]>>> read(Caller caller, SearchRequest request, String key) {
        return generations
                .live()
                .map(live -> QueryKey.of(caller.tenantId(), live.embedder().model(), request.query()))
                .chain(vector -> cache.read(List.of(key, vector.redisKey())));
    }

    private Uni<SearchReply> hit(SearchReply remembered) {
        hits.increment();
        return Uni.createFrom().item(remembered);
    }

    private Uni<SearchReply> searched(
            Caller caller, SearchRequest request, String key, Optional<byte[]> vector, OptionalLong version) {
        misses.increment();
        Uni<SearchReply> found = search.search(caller, request, vector.orElse(null));
        return version.isPresent()
                ? found.call(reply -> cache.write(key, bytes(new Entry(caller.tenantId(), key, reply)), lifetime))
                : found;
    }

    private Optional<SearchReply> fresh(byte[] value, UUID tenant, String key, OptionalLong version) {
        return entry(value)
                .filter(entry -> entry.tenant().equals(tenant) && entry.key().equals(key))
                .map(Entry::reply)
                .filter(reply -> version.isPresent() && reply.knowledgeVersion() == version.getAsLong());
    }

    /** What another release wrote may be of another shape. */
    private Optional<Entry> entry(byte[] value) {
        try {
            return Optional.of(json.readValue(value, Entry.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] bytes(Entry entry) {
        try {
            return json.writeValueAsBytes(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the contracts is always JSON", e);
        }
    }
}
