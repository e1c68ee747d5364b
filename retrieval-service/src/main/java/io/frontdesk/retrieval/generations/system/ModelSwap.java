package io.frontdesk.retrieval.generations.system;

import io.frontdesk.kit.rounds.Rounds;
import io.frontdesk.retrieval.embedding.Embedder;
import io.frontdesk.retrieval.generations.Filling;
import io.frontdesk.retrieval.generations.Generation;
import io.frontdesk.retrieval.generations.GenerationConfig;
import io.frontdesk.retrieval.generations.Generations;
import io.frontdesk.retrieval.generations.Known;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Moves the index to the model that is configured. Every instance that has the model fills, one tenant at a time; whichever
 * finds that nothing lacks makes the switch. An instance wants its model once, when it starts: so one that still has the
 * former configuration does not turn back what others have done.
 */
@ApplicationScoped
class ModelSwap {
    private static final Logger LOG = Logger.getLogger(ModelSwap.class);
    private static final int TENANTS_AT_A_TIME = 100;

    private final PgGenerationStore store;
    private final Generations generations;
    private final Filling filling;
    private final Embedder wanted;
    private final GenerationConfig config;
    private final Rounds rounds;
    private final AtomicBoolean said = new AtomicBoolean();

    ModelSwap(
            PgGenerationStore store,
            Generations generations,
            Filling filling,
            Embedder wanted,
            GenerationConfig config,
            Vertx vertx) {
        this.store = store;
        this.generations = generations;
        this.filling = filling;
        this.wanted = wanted;
        this.config = config;
        this.rounds = new Rounds(vertx, "Change of embedding models", config.poll(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** One look at what there is to do; true where some of it was done. */
    Uni<Boolean> round() {
        return want().chain(generations::refreshed)
                .chain(known -> building(known).map(this::advance).orElseGet(() -> Uni.createFrom()
                        .item(false)))
                .call(() -> store.dropRetired(config.grace()));
    }

    private Uni<Void> want() {
        return said.get()
                ? Uni.createFrom().voidItem()
                : store.begin(wanted.model().name(), wanted.model().dimensions())
                        .invoke(() -> said.set(true));
    }

    private Optional<Generation> building(Known known) {
        return Optional.ofNullable(known.building()).filter(generations::isConfigured);
    }

    private Uni<Boolean> advance(Generation building) {
        return store.tenantsLacking(building, TENANTS_AT_A_TIME)
                .chain(tenants -> tenants.isEmpty()
                        ? makeLive(building)
                        : Multi.createFrom()
                                .iterable(tenants)
                                .onItem()
                                .transformToUniAndConcatenate(tenant -> filling.fill(tenant, building))
                                .collect()
                                .in(AtomicBoolean::new, (any, filled) -> any.compareAndSet(false, filled))
                                .map(AtomicBoolean::get));
    }

    private Uni<Boolean> makeLive(Generation building) {
        return store.makeLive(building)
                .invoke(live -> {
                    if (live) {
                        LOG.infof("The index is searched with the model %s from now on", building.model());
                    }
                })
                .call(generations::refreshed);
    }
}
