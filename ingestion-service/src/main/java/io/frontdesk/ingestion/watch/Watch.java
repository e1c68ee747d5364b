package io.frontdesk.ingestion.watch;

import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.Sighting;
import io.frontdesk.ingestion.documents.Sightings;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows documents for whoever asks, until each comes to rest, or this replica stops. */
@ApplicationScoped
class Watch {
    /** How many tenants' documents are looked at at a time. */
    private static final int CONCURRENCY = 4;

    private final Sightings sightings;
    private final WatchConfig config;
    private final Clock clock;
    private final Readers readers;
    private final Rounds rounds;
    private volatile Instant estimated = Instant.MIN;

    Watch(Sightings sightings, WatchConfig config, Clock clock, Vertx vertx, MeterRegistry metrics) {
        this.sightings = sightings;
        this.config = config;
        this.clock = clock;
        this.readers = new Readers(config.readers(), config.readersPerTenant());
        this.rounds = new Rounds(vertx, "Followed documents", config.poll(), this::look);
        Gauge.builder("frontdesk.ingestion.readers", readers, Readers::size)
                .description("Connections that follow a document at this replica")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    /** Together with readiness: readers go on at another replica. */
    void close(@Observes ShutdownDelayInitiatedEvent stopping) {
        readers.close();
    }

    void stop(@Observes ShutdownEvent stopping) {
        readers.close();
        rounds.stop();
    }

    /**
     * Whether a document can be followed.
     *
     * @param lastSeen the revision that the reader has seen last
     * @return fails with {@link DocumentError.Unknown} where the tenant never had such a document, with {@link NothingMore} and
     *     {@link TooManyReaders}
     */
    Uni<Void> check(UUID tenantId, UUID id, @Nullable Long lastSeen) {
        return present(tenantId, id)
                .invoke(present -> {
                    if (isSeen(present, lastSeen) && present.state().isEnd()) {
                        throw new NothingMore();
                    }
                    readers.requireRoom(tenantId);
                })
                .replaceWithVoid();
    }

    /**
     * What a document does from now on, its present state first, unless the reader knows it. Ends after a state that is an
     * end; or without one, and the reader may come again. Fails as {@link #check} does.
     */
    Multi<Signal> follow(UUID tenantId, UUID id, @Nullable Long lastSeen) {
        return present(tenantId, id).onItem().transformToMulti(present -> {
            var reader = new Reader(tenantId, present, isSeen(present, lastSeen));
            readers.add(reader);
            return signals(reader);
        });
    }

    private Uni<Sighting> present(UUID tenantId, UUID id) {
        return sightings.withOutlook(tenantId, id).map(found -> found.orElseThrow(() -> new DocumentError.Unknown(id)));
    }

    private static boolean isSeen(Sighting present, @Nullable Long lastSeen) {
        return lastSeen != null && lastSeen == present.revision();
    }

    private Multi<Signal> signals(Reader reader) {
        return Multi.createBy()
                .repeating()
                .uni(() -> reader.next(config.keepAwake()))
                .whilst(signal -> !signal.isLast())
                .select()
                .where(signal -> !(signal instanceof Signal.Leave))
                .select()
                .first(config.longest())
                .onTermination()
                .invoke(() -> readers.remove(reader));
    }

    private Uni<Boolean> look() {
        Map<UUID, Set<UUID>> followed = readers.followed();
        if (followed.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        boolean estimating = !clock.instant().isBefore(estimated.plus(config.estimateEvery()));
        if (estimating) {
            estimated = clock.instant();
        }
        return Multi.createFrom()
                .iterable(followed.entrySet())
                .onItem()
                .transformToUni(tenant -> look(tenant.getKey(), tenant.getValue(), estimating))
                .merge(CONCURRENCY)
                .collect()
                .last()
                .replaceWith(false);
    }

    private Uni<Void> look(UUID tenantId, Set<UUID> ids, boolean estimating) {
        Uni<List<Sighting>> look = estimating ? sightings.withOutlook(tenantId, ids) : sightings.of(tenantId, ids);
        return look.invoke(seen -> readers.tell(tenantId, ids, seen, clock.instant()))
                .replaceWithVoid();
    }
}
