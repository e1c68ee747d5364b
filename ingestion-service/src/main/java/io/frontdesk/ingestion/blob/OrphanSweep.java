package io.frontdesk.ingestion.blob;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Has originals swept every now and then. */
@ApplicationScoped
class OrphanSweep {
    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    private final BlobStore blobs;
    private final BlobConfig config;
    private final Vertx vertx;

    OrphanSweep(BlobStore blobs, BlobConfig config, Vertx vertx) {
        this.blobs = blobs;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> sweep());
    }

    private void sweep() {
        blobs.sweep()
                .subscribe()
                .with(swept -> LOG.debug("Originals are swept"), e -> LOG.warn("Originals could not be swept", e));
    }
}
