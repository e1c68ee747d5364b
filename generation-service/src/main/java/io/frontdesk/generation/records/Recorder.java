package io.frontdesk.generation.records;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.frontdesk.kit.rounds.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands the records of finished answers to the state Redis. Where that does not take one in time, the answer ends all the same,
 * and the record waits here for Redis to come back.
 */
@ApplicationScoped
public class Recorder {
    private static final Logger LOG = Logger.getLogger(Recorder.class);
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FinishedStore store;
    private final RecordJson json;
    private final RecordsConfig config;
    private final TimelyCalls calls;
    private final LinkedBlockingDeque<FinishedAnswer> held;
    private final Counter dropped;
    private final Rounds rounds;

    Recorder(FinishedStore store, RecordJson json, RecordsConfig config, MeterRegistry metrics, Vertx vertx) {
        this.store = store;
        this.json = json;
        this.config = config;
        this.calls = new TimelyCalls("records", config.timeout());
        this.held = new LinkedBlockingDeque<>(config.maxHeld());
        this.dropped = metrics.counter("frontdesk.records.dropped");
        this.rounds = new Rounds(vertx, "Records that Redis has not taken", PAUSE, this::appendHeld);
        Gauge.builder("frontdesk.records.held", held, LinkedBlockingDeque::size).register(metrics);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** The same events; the last one is told when its record has been taken. */
    public Multi<AnswerEvent> record(Question question, Steps steps, Multi<AnswerEvent> events) {
        return Multi.createFrom().deferred(() -> {
            var timing = new Timing();
            return events.onItem().call(event -> {
                timing.told(event);
                return event instanceof AnswerEvent.Terminal end
                        ? keep(FinishedAnswer.of(question, end, timing.firstWord, timing.elapsed(), steps.done()))
                        : Uni.createFrom().voidItem();
            });
        });
    }

    /** Hands one record over, as far as that can be done in time. Never fails. */
    public Uni<Void> keep(FinishedAnswer answer) {
        return append(answer).onFailure().recoverWithItem(e -> {
            hold(answer);
            return null;
        });
    }

    private Uni<Void> append(FinishedAnswer answer) {
        return calls.call(
                NOTHING, () -> store.append(answer.tenantId(), answer.id(), json.write(answer), config.maxWaiting()));
    }

    private void hold(FinishedAnswer answer) {
        if (!held.offerLast(answer)) {
            dropped.increment();
            LOG.warnf("Answer %s is not kept: Redis is away, and too many wait for it", answer.id());
        }
    }

    /** The oldest that Redis has not taken. */
    private Uni<Boolean> appendHeld() {
        FinishedAnswer next = held.pollFirst();
        if (next == null) {
            return Uni.createFrom().item(false);
        }
        return append(next).onFailure().invoke(() -> holdAgain(next)).replaceWith(true);
    }

    private void holdAgain(FinishedAnswer answer) {
        if (!held.offerFirst(answer)) {
            dropped.increment();
        }
    }

    private static final class Timing {
        private final long asked = System.nanoTime();
        private @Nullable Duration firstWord;

        private void told(AnswerEvent event) {
            if (firstWord == null && event instanceof AnswerEvent.Delta) {
                firstWord = elapsed();
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - asked);
        }
    }
}
