package io.frontdesk.generation.log;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.log.LogStore.Taken;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Goes on with what dead replicas have left: with what is read here and has fallen silent as soon as its lease is over, and
 * with what nobody reads a moment later. One replica gets the lease.
 */
@ApplicationScoped
class TakeOver {
    private static final Logger LOG = Logger.getLogger(TakeOver.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int AT_ONCE = 50;

    private final Tellings tellings;
    private final Continuation continuation;
    private final LogStore store;
    private final LogConfig config;
    private final LogMetrics metrics;
    private final Rounds sweep;

    TakeOver(
            Vertx vertx,
            Tellings tellings,
            Continuation continuation,
            LogStore store,
            LogConfig config,
            LogMetrics metrics) {
        this.tellings = tellings;
        this.continuation = continuation;
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.sweep = new Rounds(vertx, "Answers left behind", config.sweep(), this::sweep);
    }

    void start(@Observes StartupEvent started) {
        sweep.start();
        tellings.loop().every(LOOK, this::look);
        tellings.loop().every(config.grace().dividedBy(3), this::want);
    }

    void stop(@Observes ShutdownEvent stopping) {
        sweep.stop();
    }

    private void look() {
        for (Telling telling : tellings.writtenElsewhere()) {
            if (telling.isSilent()) {
                // Until there is an answer to this.
                telling.silentIn(config.lease());
                take(telling).subscribe().with(done -> {}, e -> telling.silentIn(config.sweep()));
            }
        }
    }

    private void want() {
        tellings.writtenElsewhere().forEach(telling -> tellings.want(telling, config.grace()));
    }

    /** Tells that there is no more: the rest has to run out first. */
    private Uni<Boolean> sweep() {
        return store.overdue(config.sweep().dividedBy(2), AT_ONCE)
                .emitOn(tellings.loop())
                .onItem()
                .transformToMulti(left -> Multi.createFrom().iterable(left))
                .map(left -> tellings.of(left, 0))
                // A lease may run out while Redis is slow. Its holder is here, and goes on.
                .filter(telling -> telling.writer() == null)
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .last()
                .replaceWith(false);
    }

    private Uni<Void> take(Telling telling) {
        return store.take(telling.answer(), Ids.next())
                .emitOn(tellings.loop())
                .invoke(taken -> {
                    switch (taken) {
                        case Taken.Yes yes -> goOn(telling, yes);
                        case Taken.Held(Duration left) -> telling.silentIn(left.plusMillis(20));
                        case Taken.Ended ended -> telling.silentIn(config.lease());
                        case Taken.Gone gone ->
                            telling.fail(new IllegalStateException("the answer is not kept any more"));
                    }
                    tellings.forget(telling);
                })
                .replaceWithVoid();
    }

    private void goOn(Telling telling, Taken.Yes taken) {
        Ask ask = taken.left().ask();
        LOG.infof("Answer %s was left behind, and goes on here", ask.id());
        metrics.takenOver();
        Story story = continuation.goOn(taken.left(), telling.reader());
        telling.tell(taken.told());
        var soFar = SoFar.of(ask, taken.left().told());
        var writer = new LogWriter(taken.lease(), ask, soFar, telling, story, store, config, metrics);
        writer.start(tellings.loop().contextOfItsOwn());
        if (!telling.isRead()) {
            tellings.loop().after(config.grace(), writer::abandon);
        }
    }
}
