package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.index.IndexUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Takes tasks and does them, a bounded number at a time: at once when woken, and by looking every now and then for what other
 * replicas left. Where the index is not there, it rests instead of parsing for nothing.
 */
@ApplicationScoped
public class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final ClaimStore claims;
    private final Heartbeat heartbeat;
    private final Indexing indexing;
    private final Removal removal;
    private final Setbacks setbacks;
    private final WorkConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final Semaphore slots;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    Worker(
            ClaimStore claims,
            Heartbeat heartbeat,
            Indexing indexing,
            Removal removal,
            Setbacks setbacks,
            WorkConfig config,
            Vertx vertx,
            Clock clock) {
        this.claims = claims;
        this.heartbeat = heartbeat;
        this.indexing = indexing;
        this.removal = removal;
        this.setbacks = setbacks;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
        this.slots = new Semaphore(config.concurrency());
    }

    void start(@Observes StartupEvent started) {
        open.set(true);
        vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
    }

    /** What runs may end; what does not is taken over when its lease runs out. */
    void stop(@Observes ShutdownEvent stopping) {
        open.set(false);
    }

    /** Says that there may be something to do. */
    public void wake() {
        if (open.get() && !clock.instant().isBefore(restsUntil.get()) && slots.tryAcquire()) {
            // A context of its own, so that log lines of one document do not carry another's names.
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(ready -> takeOne());
        }
    }

    /** Does a task that the caller holds already. Never fails: what does not succeed is tried again from the queue. */
    public Uni<Void> perform(Lease lease) {
        return heartbeat
                .during(lease, Uni.createFrom().deferred(() -> task(lease)))
                .onFailure(IndexUnavailable.class)
                .invoke(this::rest)
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

    private void rest(Throwable unavailable) {
        restsUntil.set(clock.instant().plus(config.firstPause()));
    }
}
