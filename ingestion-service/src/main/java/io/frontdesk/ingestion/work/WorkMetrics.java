package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figures of the queue; the README says what each means. No label names a tenant or a document. What the whole queue holds
 * every replica reads for itself, every {@code frontdesk.work.figures-every}.
 */
@ApplicationScoped
class WorkMetrics {
    private static final String LANE = "lane";
    private static final String REASON = "reason";

    /** More reasons than there are, and few enough that nobody can make the metrics explode. */
    private static final int MOST_REASONS = 100;

    private final MeterRegistry metrics;
    private final Rounds rounds;
    private final Set<String> reasons = ConcurrentHashMap.newKeySet();
    private volatile List<LaneLoad> loads = List.of();

    WorkMetrics(ClaimStore claims, Shift shift, MeterRegistry metrics, WorkConfig config, Vertx vertx) {
        this.metrics = metrics;
        this.rounds = new Rounds(vertx, "Figures of the queue", config.figuresEvery(), () -> claims.loads()
                .invoke(read -> loads = read)
                .replaceWith(false));
        Gauge.builder("frontdesk.ingestion.documents.in.work", shift, Shift::documents)
                .description("Documents that this replica works on")
                .register(metrics);
        for (Lane lane : Lane.values()) {
            Gauge.builder("frontdesk.ingestion.queue.depth", () -> load(lane).waiting())
                    .description("Documents that wait, for their turn or for a pause to end")
                    .tag(LANE, nameOf(lane))
                    .register(metrics);
            Gauge.builder(
                            "frontdesk.ingestion.queue.oldest",
                            () -> load(lane).oldest().toMillis() / 1000.0)
                    .description("How long the document has been in the queue that has waited longest")
                    .baseUnit("seconds")
                    .tag(LANE, nameOf(lane))
                    .register(metrics);
        }
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    void claimed(Lease lease) {
        metrics.counter("frontdesk.ingestion.claims", LANE, nameOf(lease.lane()))
                .increment();
    }

    /** A task went back to the queue, to be tried again; it may be that it was not its fault. */
    void retried(String reason) {
        count("frontdesk.ingestion.retries", reason);
    }

    void failed(String reason) {
        count("frontdesk.ingestion.failures", reason);
    }

    private void count(String name, String reason) {
        boolean bounded = reasons.contains(reason) || reasons.size() < MOST_REASONS && reasons.add(reason);
        metrics.counter(name, REASON, bounded ? reason : "other").increment();
    }

    /** What the queue held when it was last read; a lane that held nothing may be missing. */
    List<LaneLoad> loads() {
        return loads;
    }

    private LaneLoad load(Lane lane) {
        return loads.stream().filter(load -> load.lane() == lane).findFirst().orElse(LaneLoad.none(lane));
    }

    private static String nameOf(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}
