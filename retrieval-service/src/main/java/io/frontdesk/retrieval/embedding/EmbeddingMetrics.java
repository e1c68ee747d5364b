package io.frontdesk.retrieval.embedding;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * How long vectors take, and how many are made at once.
 *
 * @param queries of each question, how long the run or request took that embedded it
 * @param passages the same of passages
 * @param together how many questions were embedded in one run
 */
record EmbeddingMetrics(Timer queries, Timer passages, DistributionSummary together) {
    static EmbeddingMetrics in(MeterRegistry metrics) {
        return new EmbeddingMetrics(
                timer(metrics, "query"),
                timer(metrics, "passage"),
                DistributionSummary.builder("embedding.batch.size")
                        .description("Questions that were embedded in one run")
                        .register(metrics));
    }

    private static Timer timer(MeterRegistry metrics, String kind) {
        return Timer.builder("embedding.duration")
                .description("Time of the run or request that made the vector of a text, without waiting")
                .tag("kind", kind)
                .publishPercentileHistogram()
                .register(metrics);
    }
}
