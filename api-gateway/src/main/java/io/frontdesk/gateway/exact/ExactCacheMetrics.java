package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.KeptAnswer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Counts what became of looks into the cache, also by the names that dashboards expect, and how old what is given again is. */
@ApplicationScoped
class ExactCacheMetrics {
    private final MeterRegistry metrics;
    private final Counter hitsInMemory;
    private final Counter hitsInRedis;
    private final Counter misses;
    private final Counter unknown;
    private final Counter refused;
    private final Timer age;

    ExactCacheMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.hitsInMemory = counter("hit", "memory");
        this.hitsInRedis = counter("hit", "redis");
        this.misses = counter("miss", "redis");
        this.unknown = counter("unknown", "none");
        this.refused = counter("refused", "none");
        metrics.more().counter("cache.hits", Tags.of("layer", "answer_memory"), hitsInMemory, Counter::count);
        metrics.more().counter("cache.hits", Tags.of("layer", "answer_redis"), hitsInRedis, Counter::count);
        metrics.more().counter("cache.misses", Tags.of("layer", "answer_redis"), misses, Counter::count);
        Gauge.builder("cache.hit.rate", this, ExactCacheMetrics::hitRate)
                .description("How many of all questions that were looked up were given an answer again, from 0 to 1")
                .tag("layer", "answer")
                .register(metrics);
        this.age = Timer.builder("frontdesk_answer_cache_age")
                .description("How long ago an answer was made that is given again")
                .register(metrics);
    }

    /** An answer that is given again from memory. */
    Optional<KeptAnswer> hitInMemory(KeptAnswer answer) {
        return hit(answer, hitsInMemory);
    }

    /** An answer that is given again from Redis. */
    Optional<KeptAnswer> hitInRedis(KeptAnswer answer) {
        return hit(answer, hitsInRedis);
    }

    private Optional<KeptAnswer> hit(KeptAnswer answer, Counter hits) {
        hits.increment();
        age.record(answer.age(Instant.now()));
        return Optional.of(answer);
    }

    Optional<KeptAnswer> miss() {
        misses.increment();
        return Optional.empty();
    }

    /** How the tenant stands, or how its answers are made, is not known, or the cache cannot be read. */
    Optional<KeptAnswer> unknown() {
        unknown.increment();
        return Optional.empty();
    }

    /** It could not be told whether the answer is known, and there were too many such questions to answer all of them anew. */
    void refused() {
        refused.increment();
    }

    /** How many answers were given again since this gateway started. */
    long hits() {
        return (long) (hitsInMemory.count() + hitsInRedis.count());
    }

    /** How many questions had no answer at hand since this gateway started. */
    long misses() {
        return (long) (misses.count() + unknown.count());
    }

    /** 0 until something was looked up. */
    private double hitRate() {
        double lookedUp = hits() + misses.count();
        return lookedUp == 0 ? 0 : hits() / lookedUp;
    }

    private Counter counter(String outcome, String from) {
        return Counter.builder("frontdesk_answer_cache")
                .description("Questions that were looked up among the answers that may be given again")
                .tag("outcome", outcome)
                .tag("from", from)
                .register(metrics);
    }
}
