package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Originals as objects of a bucket. They are there before the transaction commits; those of a transaction that did not are
 * overwritten when the version comes to be after all, or else swept.
 */
final class S3BlobStore implements BlobStore {
    private static final Logger LOG = Logger.getLogger(S3BlobStore.class);

    /** Longer than any transaction lasts. */
    private static final Duration ROW_MAY_COME = Duration.ofHours(1);

    private final Bucket bucket;
    private final OrphanStore orphans;
    private final Clock clock;
    private final Vertx vertx;

    S3BlobStore(Bucket bucket, OrphanStore orphans, Clock clock, Vertx vertx) {
        this.bucket = bucket;
        this.orphans = orphans;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> put(SqlConnection transaction, BlobKey key, Content content) {
        return blocking(() -> bucket.put(key, content));
    }

    @Override
    public Uni<Buffer> get(BlobKey key) {
        return blocking(() -> Buffer.buffer(bucket.get(key)));
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return blocking(() -> bucket.exists(key));
    }

    /** A document's way does not hang on it: what remains is swept. */
    @Override
    public Uni<Void> deleteBefore(SqlConnection transaction, BlobKey key) {
        return blocking(() ->
                        delete(bucket.of(key.tenantId(), key.documentId()), stored -> stored.version() < key.version()))
                .onFailure()
                .invoke(e -> LOG.warnf("Originals before %s are left to be swept: %s", key, e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public Uni<Void> deleteAll(UUID tenantId) {
        return blocking(() -> delete(bucket.of(tenantId), stored -> true));
    }

    @Override
    public Uni<Void> sweep() {
        return sweepFrom(null);
    }

    private Uni<Void> sweepFrom(@Nullable String next) {
        return blocking(() -> bucket.page(next))
                .call(page -> Multi.createFrom()
                        .iterable(settled(page).entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(ofTenant -> sweep(ofTenant.getKey(), ofTenant.getValue()))
                        .onItem()
                        .ignoreAsUni())
                .chain(page -> page.next() == null ? Uni.createFrom().voidItem() : sweepFrom(page.next()));
    }

    private Map<UUID, List<BlobKey>> settled(Bucket.Page page) {
        Instant settledBefore = clock.instant().minus(ROW_MAY_COME);
        return page.originals().stream()
                .filter(original -> original.storedAt().isBefore(settledBefore))
                .map(Bucket.Stored::key)
                .collect(Collectors.groupingBy(BlobKey::tenantId));
    }

    private Uni<Void> sweep(UUID tenantId, List<BlobKey> originals) {
        return orphans.among(tenantId, originals).chain(found -> blocking(() -> found.forEach(bucket::delete)));
    }

    private void delete(Stream<Bucket.Stored> found, Predicate<BlobKey> unwanted) {
        found.map(Bucket.Stored::key).filter(unwanted).forEach(bucket::delete);
    }

    private Uni<Void> blocking(Runnable call) {
        return blocking(() -> {
            call.run();
            return null;
        });
    }

    private <T> Uni<T> blocking(Callable<T> call) {
        return vertx.executeBlocking(call, false);
    }
}
