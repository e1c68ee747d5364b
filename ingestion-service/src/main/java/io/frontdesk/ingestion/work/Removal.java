package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.index.IndexClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lets the index forget a document, and then forgets it here. May be done twice. */
@ApplicationScoped
class Removal {
    private final WorkStore queue;
    private final IndexClient index;
    private final Clock clock;

    Removal(WorkStore queue, IndexClient index, Clock clock) {
        this.queue = queue;
        this.index = index;
        this.clock = clock;
    }

    Uni<Void> run(Lease lease) {
        return index.remove(lease.tenantId(), lease.documentId(), lease.version())
                .chain(() -> queue.finishAndForgetOriginals(lease, document -> document.forget(clock.instant())));
    }
}
