package io.frontdesk.ingestion.events.system;

import io.frontdesk.ingestion.events.Event;
import io.frontdesk.ingestion.events.Publisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Carries events from the outbox to Kafka, at least once. While Kafka is away they stay in the outbox, and nothing else waits. */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final PgRelayStore outbox;
    private final Publisher publisher;
    private final RelayConfig config;
    private final Vertx vertx;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean();

    OutboxRelay(PgRelayStore outbox, Publisher publisher, RelayConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        open.set(true);
        vertx.setPeriodic(config.poll().toMillis(), timer -> round());
    }

    void stop(@Observes ShutdownEvent stopping) {
        open.set(false);
    }

    private void round() {
        if (open.get() && busy.compareAndSet(false, true)) {
            outbox.drain(config.batch(), this::send)
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(this::goOn, e -> LOG.warnf(e, "Events wait in the outbox"));
        }
    }

    private void goOn(int sent) {
        if (sent > 0) {
            round();
        }
    }

    private Uni<Void> send(List<Event> events) {
        return Uni.join()
                .all(events.stream().map(this::send).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Uni<Void> send(Event event) {
        return publisher.send(
                event.topic(),
                event.tenantId() + "/" + event.documentId(),
                event.id(),
                event.type(),
                event.tenantId(),
                event.happenedAt(),
                event.data());
    }
}
