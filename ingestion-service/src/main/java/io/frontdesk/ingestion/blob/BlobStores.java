package io.frontdesk.ingestion.blob;

import io.frontdesk.ingestion.blob.BlobConfig.Store;
import io.frontdesk.kit.database.TenantDatabase;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The store that the configuration asks for. */
final class BlobStores {
    void check(@Observes StartupEvent started, BlobConfig config) {
        if (config.store() == Store.S3 && config.s3().bucket().isEmpty()) {
            throw new IllegalStateException(
                    "frontdesk.blobs.s3.bucket must be given where frontdesk.blobs.store is s3");
        }
    }

    @Produces
    @ApplicationScoped
    BlobStore store(BlobConfig config, TenantDatabase database, OrphanStore orphans, Clock clock, Vertx vertx) {
        return switch (config.store()) {
            case POSTGRES -> new PgBlobStore(database);
            case S3 -> new S3BlobStore(new Bucket(S3Clients.client(config.s3()), config.s3()), orphans, clock, vertx);
        };
    }
}
