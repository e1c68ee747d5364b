package io.frontdesk.gateway.exact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.UpstreamService;
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
    private final Unproved unproved;

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
        this.unproved = new Unproved(config.unprovedPerSecond(), System::nanoTime);
    }

    /**
     * The answer that was given before to what the caller of this request asks. There is none where it is not known what it has to rest
     * on. A question of a conversation is for generation, which knows what it means; so is one that is asked in another tenant's name.
     *
     * @return fails with {@link GatewayError.Overloaded} where it cannot be told whether there is one, and too many ask such questions
     */
    public Uni<Optional<KeptAnswer>> find(Caller caller, AnswerRequest question) {
        if (!config.enabled()
                || !basis.isOf(caller.tenantId())
                || question.conversationId() != null
                || !question.history().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return basis.get()
                .map(of -> find(key(caller, question, of), of.knowledgeVersion()))
                .orElseGet(() -> basis.isTold() ? Uni.createFrom().item(anew(metrics.unknown())) : unproved());
    }

    private Optional<KeptAnswer> anew(Optional<KeptAnswer> none) {
        unproved.told(true);
        return none;
    }

    private Uni<Optional<KeptAnswer>> unproved() {
        if (unproved.mayBeAnswered()) {
            return Uni.createFrom().item(metrics.unknown());
        }
        metrics.refused();
        return Uni.createFrom().failure(new GatewayError.Overloaded(UpstreamService.GENERATION.serviceName()));
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
            unproved.told(false);
            return Uni.createFrom().item(metrics.hitInMemory(known.answer()));
        }
        AtomicLong uses = known == null ? new AtomicLong() : known.uses();
        return store.find(key, lifetime(uses.get()))
                .invoke(found -> remember(key, found.orElse(null), version, uses))
                .map(found -> found.map(this::hitInRedis).orElseGet(() -> anew(metrics.miss())))
                .onFailure()
                .recoverWithUni(this::unproved);
    }

    private Optional<KeptAnswer> hitInRedis(KeptAnswer answer) {
        unproved.told(false);
        return metrics.hitInRedis(answer);
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
