package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.ProgressStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * Writes down how far documents have come into the index: not of those that are there in no time, of others every now and
 * then. Work never fails for want of it.
 */
@ApplicationScoped
class Reports {
    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final ProgressStore progress;
    private final Duration every;
    private final Clock clock;

    Reports(ProgressStore progress, WorkConfig config, Clock clock) {
        this.progress = progress;
        this.every = config.reportEvery();
        this.clock = clock;
    }

    /** From how many chunks of a document the index has, beginning now, to what is to be done about it. */
    IntFunction<Uni<Void>> of(Lease lease) {
        return new Report(lease);
    }

    private final class Report implements IntFunction<Uni<Void>> {
        private final Lease lease;
        private Instant written = clock.instant();

        private Report(Lease lease) {
            this.lease = lease;
        }

        @Override
        public Uni<Void> apply(int chunks) {
            Instant now = clock.instant();
            if (now.isBefore(written.plus(every))) {
                return Uni.createFrom().voidItem();
            }
            written = now;
            return progress.staged(lease.tenantId(), lease.documentId(), lease.token(), chunks)
                    .onFailure()
                    .invoke(e -> LOG.debugf(e, "How far document %s has come is not known", lease.documentId()))
                    .onFailure()
                    .recoverWithNull();
        }
    }
}
