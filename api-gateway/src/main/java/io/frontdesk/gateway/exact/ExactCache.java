package io.frontdesk.gateway.exact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers to exactly the same question. An entry is used from memory only while the tenant's knowledge has the version under which it
 * was last seen in Redis: retrieval removes there what a change makes doubtful before it raises the version.
 */
@ApplicationScoped
public class ExactCache {
    private final ExactStore store;
    private final CurrentBasis basis;
    private final ExactCacheConfig config;
    private final ExactCacheMetrics metrics;
    private final Cache<String, Known> inMemory;

    ExactCache(ExactStore store, CurrentBasis basis, ExactCacheConfig config, ExactCacheMetrics metrics) {
        this.store = store;
        this.basis = basis;
        this.config = config;
        this.metrics = metrics;
        this.inMemory = Caffeine.newBuilder()
                .maximumWeight(config.charsInMemory())
                .weigher((String key, Known known) -> known.chars())
                .expireAfterAccess(config.longestLifetime())
                .build();
    }

    /**
     * The answer that was given before to what the caller of this request asks. There is none where it is not known what it has to rest
     * on. A question of a conversation is for generation, which knows what it means.
     */
    public Uni<Optional<KeptAnswer>> find(Caller caller, AnswerRequest question) {
        if (!config.enabled()
                || question.conversationId() != null
                || !question.history().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return basis.get()
                .map(of -> find(key(caller, question, of), of.knowledgeVersion()))
                .orElseGet(() -> Uni.createFrom().item(metrics.unknown()));
    }

    private static String key(Caller caller, AnswerRequest question, Basis basis) {
        return ExactAnswers.key(
                caller.tenantId(),
                caller.acl(),
                basis.kind(),
                question.question(),
                question.filters(),
                question.wanted());
    }

    private Uni<Optional<KeptAnswer>> find(String key, long version) {
        Known known = inMemory.getIfPresent(key);
        if (known != null && known.holds(version, System.nanoTime(), config.inMemoryFor())) {
            known.uses().incrementAndGet();
            return Uni.createFrom().item(metrics.hitInMemory(known.answer()));
        }
        AtomicLong uses = known == null ? new AtomicLong() : known.uses();
        return store.find(key, lifetime(uses.get()))
                .invoke(found -> remember(key, found.orElse(null), version, uses))
                .map(found -> found.map(metrics::hitInRedis).orElseGet(metrics::miss));
    }

    private void remember(String key, @Nullable KeptAnswer found, long version, AtomicLong uses) {
        if (found == null) {
            inMemory.invalidate(key);
        } else {
            uses.incrementAndGet();
            inMemory.put(key, new Known(found, version, System.nanoTime(), uses));
        }
    }

    private Duration lifetime(long uses) {
        Duration grown = config.lifetime().multipliedBy(Math.min(uses, Integer.MAX_VALUE) + 1);
        return grown.compareTo(config.longestLifetime()) < 0 ? grown : config.longestLifetime();
    }
}
