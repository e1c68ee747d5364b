package io.frontdesk.retrieval.search;

import io.frontdesk.retrieval.search.RecallStore.Recall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Measures on a share of the live searches what they miss: a while after their replies went out all vectors are compared, of a
 * few searches at a time. Those that come while these are busy are not measured.
 */
final class RecallSampler {
    private static final Logger LOG = Logger.getLogger(RecallSampler.class);

    private final SearchConfig.Sampler config;
    private final int smallUpTo;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Semaphore places;
    private final DistributionSummary small;
    private final DistributionSummary large;
    private final Counter dropped;

    /** @param smallUpTo chunks of a tenant that counts as a small one */
    RecallSampler(SearchConfig.Sampler config, int smallUpTo, MeterRegistry metrics) {
        this.config = config;
        this.smallUpTo = smallUpTo;
        this.places = new Semaphore(config.atOnce());
        this.small = summary("small", metrics);
        this.large = summary("large", metrics);
        this.dropped = Counter.builder("recall.samples.dropped")
                .description("Searches that were to be measured and were not, since others were being measured")
                .register(metrics);
    }

    private static DistributionSummary summary(String tenants, MeterRegistry metrics) {
        return DistributionSummary.builder("recall.at.10")
                .description("Share of the ten nearest chunks that a search found, of sampled searches")
                .tag("tenant_class", tenants)
                .register(metrics);
    }

    /**
     * Takes note of a search that was answered; returns at once.
     *
     * @param measurement of this search, for if it is to be measured
     */
    void answered(Supplier<Uni<Recall>> measurement) {
        if (random.nextDouble() >= config.share()) {
            return;
        }
        if (!places.tryAcquire()) {
            dropped.increment();
            return;
        }
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(config.delay())
                .chain(waited -> measurement.get())
                .onTermination()
                .invoke(places::release)
                .subscribe()
                .with(this::record, e -> LOG.debug("a search's recall could not be measured", e));
    }

    private void record(Recall recall) {
        if (recall.at10() != null) {
            (recall.chunks() > smallUpTo ? large : small).record(recall.at10());
        }
    }
}
