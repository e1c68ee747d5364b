package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.index.IndexUnavailable;
import io.frontdesk.kit.resilience.Backoff;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Takes tasks and does them, a bounded number at a time: at once when woken, and by looking every now and then for what other
 * replicas left. Where the index takes nothing, it rests instead of parsing for nothing. A replica that stops takes no more,
 * ends what it can within a grace, and gives the rest back.
 */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** Before all that tasks need is stopped too. */
    private static final int FIRST = 1;

    /** For giving tasks back, which is one statement each. */
    private static final Duration GIVING_BACK = Duration.ofSeconds(5);

    private final ClaimStore claims;
    private final Heartbeat heartbeat;
    private final Shift shift;
    private final Indexing indexing;
    private final Removal removal;
    private final Setbacks setbacks;
    private final WorkMetrics metrics;
    private final WorkConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Rest rest;
    private final Semaphore slots;
    private final AtomicBoolean open = new AtomicBoolean();

    Worker(
            ClaimStore claims,
            Heartbeat heartbeat,
            Shift shift,
            Indexing indexing,
            Removal removal,
            Setbacks setbacks,
            WorkMetrics metrics,
            WorkConfig config,
            Vertx vertx,
            Clock clock) {
        this.claims = claims;
        this.heartbeat = heartbeat;
        this.shift = shift;
        this.indexing = indexing;
        this.removal = removal;
        this.setbacks = setbacks;
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.rest = new Rest(Backoff.of(config.firstPause(), config.longestPause()));
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent started) {
        open.set(true);
        vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
    }

    /** Together with readiness: what runs goes on while requests are still answered. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        open.set(false);
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) {
        open.set(false);
        if (!isIdleWithin(config.grace())) {
            LOG.infof("%d documents are given back to the queue", shift.documents());
            shift.end();
            isIdleWithin(GIVING_BACK);
        }
    }

    /** Says that there may be something to do. */
    public void wake() {
        boolean idle = slots.availablePermits() == config.concurrency();
        if (open.get() && rest.permits(clock.instant(), idle) && slots.tryAcquire()) {
            // A context of its own, so that log lines of one document do not carry another's names.
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ready -> takeOne());
        }
    }

    /** Does a task that the caller holds already. Never fails: what does not succeed is tried again from the queue. */
    public Uni<Void> perform(Lease lease) {
        return shift.during(heartbeat.during(lease, Uni.createFrom().deferred(() -> task(lease))))
                .invoke(() -> rest.end(clock.instant()))
                .onFailure(IndexUnavailable.class)
                .invoke(e -> rest((IndexUnavailable) e))
                .onFailure()
                .recoverWithUni(e -> setbacks.handle(lease, e))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "Document %s waits for its lease to run out", lease.documentId()))
                .onFailure()
                .recoverWithNull();
    }

    private void takeOne() {
        claims.next()
                .chain(found ->
                        found.map(this::performNamed).orElse(Uni.createFrom().item(false)))
                .onTermination()
                .invoke(slots::release)
                .subscribe()
                .with(this::goOn, e -> LOG.warnf(e, "No work could be taken"));
    }

    private Uni<Boolean> performNamed(Lease lease) {
        MDC.put("tenant", lease.tenantId().toString());
        MDC.put("document", lease.documentId().toString());
        metrics.claimed(lease);
        wake();
        return perform(lease).replaceWith(true);
    }

    private void goOn(boolean worked) {
        if (worked) {
            wake();
        }
    }

    private Uni<Void> task(Lease lease) {
        if (setbacks.isHopeless(lease)) {
            return setbacks.giveUp(lease);
        }
        return switch (lease.task()) {
            case INDEX -> indexing.run(lease);
            case REMOVE -> removal.run(lease);
        };
    }

    /** What concerns one tenant is between it and the queue. */
    private void rest(IndexUnavailable unavailable) {
        if (!unavailable.isOfTenant()) {
            rest.begin(clock.instant(), unavailable.retryAfter());
        }
    }

    private boolean isIdleWithin(Duration limit) {
        try {
            return slots.tryAcquire(config.concurrency(), limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
