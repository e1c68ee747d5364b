package io.frontdesk.kit.rounds;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that a replica does again and again: never twice at once, with a pause where there is nothing to do, and at once
 * again where there is more. A round that fails is logged, the next ones until one succeeds are not.
 */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final Supplier<Uni<Boolean>> round;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * Rounds that do not run yet.
     *
     * @param name for the log
     * @param round tells whether there is more to do
     */
    public Rounds(Vertx vertx, String name, Duration pause, Supplier<Uni<Boolean>> round) {
        this.vertx = vertx;
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    public void start() {
        open.set(true);
        vertx.setPeriodic(pause.toMillis(), timer -> {
            if (open.get()) {
                next();
            } else {
                vertx.cancelTimer(timer);
            }
        });
    }

    /** Begins a round without waiting for the end of the pause, unless one is under way. */
    public void hurry() {
        next();
    }

    /** Begins no further round; one that runs may end. */
    public void stop() {
        open.set(false);
    }

    private void next() {
        if (open.get() && busy.compareAndSet(false, true)) {
            Uni.createFrom()
                    .deferred(round::get)
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(this::succeeded, this::failed);
        }
    }

    private void succeeded(boolean more) {
        if (failing.compareAndSet(true, false)) {
            LOG.infof("%s: goes on", name);
        }
        if (more) {
            // Not from here: rounds that end at once would pile up on the stack.
            vertx.runOnContext(ignored -> next());
        }
    }

    private void failed(Throwable e) {
        if (failing.compareAndSet(false, true)) {
            LOG.warnf(e, "%s: failed, and is tried again", name);
        }
    }
}
