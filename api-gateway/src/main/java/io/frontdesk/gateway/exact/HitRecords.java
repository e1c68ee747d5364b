package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What was given again, on its way to generation-service, which keeps it as it keeps its own answers. A hit does not wait for it: it goes
 * at once, or with all others that have come while some were under way. What a gateway has not handed over when it is killed is not kept.
 */
@ApplicationScoped
public class HitRecords {
    private static final Logger LOG = Logger.getLogger(HitRecords.class);
    private static final int BATCH = 100;

    /** Before all that they need is stopped too. */
    private static final int FIRST = 1;

    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final HitStore store;
    private final LinkedBlockingDeque<GivenAgain> held;
    private final Counter dropped;
    private final Rounds rounds;

    HitRecords(HitStore store, ExactCacheConfig config, MeterRegistry metrics, Vertx vertx) {
        this.store = store;
        this.held = new LinkedBlockingDeque<>(config.records().maxHeld());
        this.dropped = Counter.builder("frontdesk_answer_cache_records_dropped")
                .description("Answers given again that are not kept, since too many waited for the state Redis")
                .register(metrics);
        this.rounds = new Rounds(
                vertx, "Records of answers given again", config.records().retryAfter(), this::handOver);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    /** The requests have ended by then, and Redis is there still. */
    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) {
        rounds.stop();
        var done = new CountDownLatch(1);
        all().onTermination()
                .invoke(done::countDown)
                .subscribe()
                .with(all -> {}, e -> LOG.warnf("Answers given again are not kept: %s", e));
        try {
            if (!done.await(AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("Answers given again are not kept within %s", AT_THE_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dropped.increment(held.size());
    }

    private Uni<Void> all() {
        return Uni.createFrom()
                .deferred(this::handOver)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    /** Has it kept, as soon as the state Redis takes it. */
    public void add(GivenAgain hit) {
        if (!held.offerLast(hit)) {
            dropped.increment();
        }
        rounds.hurry();
    }

    private Uni<Boolean> handOver() {
        List<GivenAgain> batch = new ArrayList<>(BATCH);
        held.drainTo(batch, BATCH);
        return batch.isEmpty()
                ? Uni.createFrom().item(false)
                : store.append(batch)
                        .onFailure()
                        .invoke(() -> batch.reversed().forEach(this::hold))
                        .map(done -> !held.isEmpty());
    }

    private void hold(GivenAgain hit) {
        if (!held.offerFirst(hit)) {
            dropped.increment();
        }
    }
}
