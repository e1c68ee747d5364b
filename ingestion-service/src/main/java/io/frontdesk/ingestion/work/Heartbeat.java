package io.frontdesk.ingestion.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps a lease while its work lasts, and breaks the work off where the lease is lost. */
@ApplicationScoped
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final WorkStore queue;
    private final Duration interval;

    Heartbeat(WorkStore queue, WorkConfig config) {
        this.queue = queue;
        this.interval = config.lease().dividedBy(3);
    }

    /** The work, which fails with {@link LeaseLost} as soon as somebody else has the lease. */
    Uni<Void> during(Lease lease, Uni<Void> work) {
        return Uni.join().first(work, untilLost(lease)).toTerminate();
    }

    private Uni<Void> untilLost(Lease lease) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(interval)
                .every(interval)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> renew(lease))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> renew(Lease lease) {
        return queue.renew(lease)
                .onFailure()
                .recoverWithItem(e -> stillHoping(lease, e))
                .invoke(held -> {
                    if (!held) {
                        throw new LeaseLost(lease);
                    }
                })
                .replaceWithVoid();
    }

    /** A database that does not answer takes no lease away: the next beat may reach it. */
    private static boolean stillHoping(Lease lease, Throwable e) {
        LOG.warnf(e, "The lease of document %s could not be renewed", lease.documentId());
        return true;
    }
}
