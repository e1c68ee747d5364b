package io.frontdesk.kit.database;

import io.frontdesk.kit.database.ConnectionLimits.Pool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The database for what only reads: the replica with the least under way, and the primary in its place where it fails, is too
 * slow, or has not yet got what the reader must see. Without replicas it is the primary.
 */
@ApplicationScoped
public class ReadDatabase {
    private final TenantDatabase primary;
    private final ReadReplicaConfig config;
    private final MeterRegistry metrics;
    private final List<ReadReplica> replicas;

    ReadDatabase(TenantDatabase primary, ReadReplicaConfig config, Vertx vertx, MeterRegistry metrics) {
        this.primary = primary;
        this.config = config;
        this.metrics = metrics;
        this.replicas = urls(config).stream()
                .map(url -> new ReadReplica(url, config, vertx))
                .toList();
        replicas.forEach(this::measure);
    }

    /** Whether there are any: without, nobody needs to know what a reader must see. */
    public boolean hasReplicas() {
        return !replicas.isEmpty();
    }

    /**
     * Reads, at most once from a replica and at most once from the primary.
     *
     * @param reading what to do with a database; nothing but reading
     * @param fresh whether what a replica gave is new enough; the primary is not doubted
     */
    public <T> Uni<T> read(Function<TenantDatabase, Uni<T>> reading, Predicate<? super T> fresh) {
        return Uni.createFrom().deferred(() -> leastBusy()
                .map(replica -> readFrom(replica, reading, fresh))
                .orElseGet(() -> reading.apply(primary)));
    }

    private <T> Uni<T> readFrom(
            ReadReplica replica, Function<TenantDatabase, Uni<T>> reading, Predicate<? super T> fresh) {
        return replica.read(reading)
                .invoke(found -> requireFresh(fresh.test(found)))
                .invoke(() -> count(replica, "answered"))
                .onFailure()
                .recoverWithUni(e -> Uni.createFrom()
                        .deferred(() -> reading.apply(primary))
                        .invoke(() -> primaryHelped(replica, e)));
    }

    private static void requireFresh(boolean fresh) {
        if (!fresh) {
            throw new Stale();
        }
    }

    /** Only what the primary could do is held against a replica. */
    private void primaryHelped(ReadReplica replica, Throwable e) {
        if (e instanceof Stale) {
            count(replica, "stale");
        } else {
            count(replica, "failed");
            replica.failed(e);
        }
    }

    private void count(ReadReplica replica, String outcome) {
        metrics.counter("read.replica.reads", "replica", replica.name(), "outcome", outcome)
                .increment();
    }

    /** Ties are broken at random, so that idle replicas of a service do not all ask the first. */
    private Optional<ReadReplica> leastBusy() {
        List<ReadReplica> idlest = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (ReadReplica replica : replicas) {
            int busy = replica.underWay();
            if (replica.serves() && busy <= least) {
                if (busy < least) {
                    idlest.clear();
                    least = busy;
                }
                idlest.add(replica);
            }
        }
        return idlest.isEmpty()
                ? Optional.empty()
                : Optional.of(idlest.get(ThreadLocalRandom.current().nextInt(idlest.size())));
    }

    /** Refuses a pool that a replica cannot fill; blocks, so to be called before the first request, by a service that reads. */
    public void requirePools() {
        var pool = new Pool("DB_READ_POOL_SIZE", config.poolSize());
        urls(config).forEach(url -> ConnectionLimits.of(url).ifPresent(limits -> limits.require(pool)));
    }

    @PreDestroy
    void close() {
        replicas.forEach(ReadReplica::close);
    }

    private void measure(ReadReplica replica) {
        Gauge.builder("read.replica.serving", replica, asked -> asked.serves() ? 1 : 0)
                .tag("replica", replica.name())
                .register(metrics);
    }

    private static List<DatabaseUrl> urls(ReadReplicaConfig config) {
        return config.urls().orElse(List.of()).stream()
                .map(url -> DatabaseUrl.parse("READ_REPLICA_URLS", url.strip()))
                .toList();
    }

    /** What a replica gave is older than what the reader must see. */
    private static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stale() {
            super(null, null, false, false);
        }
    }
}
