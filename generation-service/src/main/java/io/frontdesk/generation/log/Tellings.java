package io.frontdesk.generation.log;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The answers that this replica tells at the moment. Keyed by tenant and answer; lives on the loop. */
@ApplicationScoped
class Tellings {
    private static final Logger LOG = Logger.getLogger(Tellings.class);

    private final Loop loop;
    private final LogStore store;
    private final LogConfig config;
    private final Map<AnswerRef, Telling> told = new HashMap<>();
    private Runnable whenWrittenElsewhere = () -> {};

    Tellings(Vertx vertx, LogStore store, LogConfig config) {
        this.loop = new Loop(vertx);
        this.store = store;
        this.config = config;
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    Loop loop() {
        return loop;
    }

    /** What is to be done when there is something more to be read from Redis. */
    void whenWrittenElsewhere(Runnable step) {
        whenWrittenElsewhere = step;
    }

    /** The answer as it is told here, from now on if it is not yet. */
    Telling of(AnswerRef answer, long last) {
        return told.computeIfAbsent(answer, unknown -> new Telling(answer, last, loop, store, config, this::review));
    }

    /** Its events from after {@code position} on, as they are asked for. */
    Multi<LogEvent> read(AnswerRef answer, long last, AnswerLog.Reader who, long position) {
        return Multi.createFrom()
                .publisher(subscriber -> loop.execute(() -> {
                    Telling telling = of(answer, last);
                    telling.join(subscriber, who, position);
                    if (telling.isWrittenElsewhere()) {
                        want(telling, config.grace());
                        whenWrittenElsewhere.run();
                    }
                }));
    }

    /** Those whose events have to be read from Redis. */
    List<Telling> writtenElsewhere() {
        List<Telling> some = new ArrayList<>();
        told.values().stream().filter(Telling::isWrittenElsewhere).forEach(some::add);
        return some;
    }

    /** Says that it is read here, to whoever writes it. */
    void want(Telling telling, Duration time) {
        store.want(telling.answer(), time)
                .subscribe()
                .with(
                        done -> {},
                        e -> LOG.debugf(e, "Answer %s", telling.answer().id()));
    }

    /** Nobody needs it here, where nobody reads or writes it. */
    void forget(Telling telling) {
        if (!telling.isRead() && telling.writer() == null) {
            told.remove(telling.answer());
        }
    }

    private void review(Telling telling) {
        LogWriter writer = telling.writer();
        if (telling.isRead()) {
            if (telling.isWrittenElsewhere()) {
                loop.execute(whenWrittenElsewhere);
            }
        } else if (writer != null) {
            loop.after(telling.wanted(), writer::abandon);
        } else {
            told.remove(telling.answer());
            if (!telling.isEnded()) {
                want(telling, telling.wanted());
            }
        }
    }
}
