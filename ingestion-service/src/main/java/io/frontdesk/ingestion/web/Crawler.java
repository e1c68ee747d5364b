package io.frontdesk.ingestion.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Takes what is due and does it: a bounded number of pages at a time, and one source. What ends badly is due again when its lease runs out. */
@ApplicationScoped
class Crawler {
    private static final Logger LOG = Logger.getLogger(Crawler.class);

    private final CrawlStore due;
    private final Visiting visiting;
    private final SourceReading reading;
    private final WebConfig config;
    private final Vertx vertx;
    private final Semaphore pages;
    private final Semaphore sources;
    private final AtomicBoolean open = new AtomicBoolean();

    Crawler(CrawlStore due, Visiting visiting, SourceReading reading, WebConfig config, Vertx vertx) {
        this.due = due;
        this.visiting = visiting;
        this.reading = reading;
        this.config = config;
        this.vertx = vertx;
        this.pages = new Semaphore(config.concurrency());
        this.sources = new Semaphore(Math.min(1, config.concurrency()));
    }

    void start(@Observes StartupEvent started) {
        open.set(true);
        vertx.setPeriodic(config.poll().toMillis(), timer -> wake());
    }

    /** What runs may end; what does not is taken over when its lease runs out. */
    void stop(@Observes ShutdownEvent stopping) {
        open.set(false);
    }

    private void wake() {
        wake(pages, due::nextPage, visiting::run);
        wake(sources, due::nextSource, reading::run);
    }

    private <T> void wake(Semaphore slots, Supplier<Uni<Optional<T>>> next, Function<T, Uni<Void>> work) {
        if (open.get() && slots.tryAcquire()) {
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                    .runOnContext(ready -> takeOne(slots, next, work));
        }
    }

    private <T> void takeOne(Semaphore slots, Supplier<Uni<Optional<T>>> next, Function<T, Uni<Void>> work) {
        Uni.createFrom()
                .deferred(next::get)
                .chain(found -> found.map(taken -> {
                            wake(slots, next, work);
                            return work.apply(taken).replaceWith(true);
                        })
                        .orElse(Uni.createFrom().item(false)))
                .onTermination()
                .invoke(slots::release)
                .subscribe()
                .with(worked -> goOn(worked, slots, next, work), e -> LOG.warnf(e, "What was due waits for its lease"));
    }

    private <T> void goOn(
            boolean worked, Semaphore slots, Supplier<Uni<Optional<T>>> next, Function<T, Uni<Void>> work) {
        if (worked) {
            wake(slots, next, work);
        }
    }
}
