package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.index.IndexFailed;
import io.frontdesk.ingestion.index.IndexRefused;
import io.frontdesk.ingestion.index.IndexUnavailable;
import io.frontdesk.ingestion.parse.ParseRefused;
import io.frontdesk.ingestion.parse.ParserDied;
import io.frontdesk.kit.resilience.Backoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task that did not succeed: put off where the index cannot take it now, tried again a few times where the
 * failure may pass, failed at once where it may not. A removal is tried until it succeeds.
 */
@ApplicationScoped
class Setbacks {
    private static final Logger LOG = Logger.getLogger(Setbacks.class);

    private static final int TWICE = 2;
    private static final double QUARTER = 0.25;

    private final WorkStore queue;
    private final WorkMetrics metrics;
    private final Clock clock;
    private final Backoff backoff;
    private final Backoff patience;
    private final Duration firstPause;
    private final int attempts;

    Setbacks(WorkStore queue, WorkMetrics metrics, Clock clock, WorkConfig config) {
        this.queue = queue;
        this.metrics = metrics;
        this.clock = clock;
        this.backoff = Backoff.of(config.firstPause(), config.longestPause());
        this.patience = Backoff.of(
                config.firstPause().multipliedBy(TWICE), config.longestPause().multipliedBy(TWICE), QUARTER);
        this.firstPause = config.firstPause();
        this.attempts = config.attempts();
    }

    /** Whether a task comes back so often that what it does must kill its workers. */
    boolean isHopeless(Lease lease) {
        return lease.task() == Task.INDEX && lease.attempts() > attempts;
    }

    Uni<Void> giveUp(Lease lease) {
        return fail(lease, new Failure("worker_lost", "each worker that began with it was lost"), true);
    }

    Uni<Void> handle(Lease lease, Throwable cause) {
        return switch (cause) {
            case LeaseLost lost -> overtaken(lost);
            case ShiftOver over -> queue.postpone(lease, Duration.ZERO);
            case IndexUnavailable unavailable -> postpone(lease, unavailable);
            case ParseRefused refused -> fail(lease, refused.failure(), false);
            case IndexRefused refused ->
                fail(lease, new Failure("index_refused", "the index does not accept the document"), false);
            default -> tryAgain(lease, cause);
        };
    }

    private static Uni<Void> overtaken(LeaseLost lost) {
        LOG.info(lost.getMessage());
        return Uni.createFrom().voidItem();
    }

    /** For longer than the replica {@link Rest rests}, so that another goes first then: this one may be all that is not taken. */
    private Uni<Void> postpone(Lease lease, IndexUnavailable unavailable) {
        Duration asked = unavailable.retryAfter().plus(firstPause);
        Duration pause = patience.after(lease.postponements() + 1, asked);
        LOG.infof("Document %s waits: %s", lease.documentId(), unavailable.getMessage());
        metrics.retried("index_unavailable");
        Uni<Void> postponed = queue.postpone(lease, pause);
        return unavailable.isOfTenant() ? postponed.chain(() -> queue.rest(lease.tenantId(), pause)) : postponed;
    }

    private Uni<Void> tryAgain(Lease lease, Throwable cause) {
        switch (cause) {
            case IndexFailed known -> logAttempt(lease, known.getMessage(), null);
            case ParserDied known -> logAttempt(lease, known.getMessage(), null);
            default -> logAttempt(lease, "unexpectedly", cause);
        }
        if (lease.task() == Task.INDEX && lease.attempts() >= attempts) {
            return fail(lease, describe(cause), true);
        }
        metrics.retried(describe(cause).code());
        return queue.retryAfter(lease, backoff.after(lease.attempts()));
    }

    private static void logAttempt(Lease lease, @Nullable String why, @Nullable Throwable trace) {
        LOG.warnf(trace, "Attempt %d at document %s failed: %s", lease.attempts(), lease.documentId(), why);
    }

    private Uni<Void> fail(Lease lease, Failure failure, boolean mayPass) {
        if (lease.task() == Task.REMOVE) {
            return queue.retryAfter(lease, backoff.after(lease.attempts()));
        }
        return queue.finish(lease, document -> failed(document, failure, lease.attempts(), mayPass))
                .invoke(() -> metrics.failed(failure.code()))
                .onFailure(LeaseLost.class)
                .recoverWithUni(e -> overtaken((LeaseLost) e));
    }

    private Document failed(Document document, Failure failure, int attempts, boolean mayPass) {
        if (!(document.life() instanceof UnderWay life)) {
            throw new IllegalStateException("document %s has a lease and is %s"
                    .formatted(document.id(), document.life().state()));
        }
        Document failed = document.step(life.fail(failure, attempts), clock.instant());
        return mayPass ? failed.forgetFingerprint() : failed;
    }

    private static Failure describe(Throwable cause) {
        return switch (cause) {
            case ParserDied died -> new Failure("parser_died", "the parser died of the document, each time");
            case IndexFailed failed -> new Failure("index_failed", "the index failed with the document, each time");
            default -> new Failure("internal_error", "something went wrong here, each time");
        };
    }
}
