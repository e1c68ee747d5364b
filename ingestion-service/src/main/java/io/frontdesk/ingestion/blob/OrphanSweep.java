package io.frontdesk.ingestion.blob;

import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has originals swept every now and then. */
@ApplicationScoped
class OrphanSweep {
    private final Rounds rounds;

    OrphanSweep(BlobStore blobs, BlobConfig config, Vertx vertx) {
        this.rounds = new Rounds(vertx, "Sweep of originals", config.sweepInterval(), () -> blobs.sweep()
                .replaceWith(false));
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
