package io.frontdesk.kit.events.system;

import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.Publisher;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries events from the outbox to Kafka, at least once. While Kafka is away they stay in the outbox, and nothing else waits. */
@ApplicationScoped
class OutboxRelay {
    private final PgRelayStore outbox;
    private final Publisher publisher;
    private final RelayConfig config;
    private final Set<String> independent;
    private final Rounds rounds;

    OutboxRelay(PgRelayStore outbox, Publisher publisher, RelayConfig config, Vertx vertx) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.config = config;
        this.independent = config.independent().orElse(Set.of());
        this.rounds = new Rounds(vertx, "Relay of the outbox", config.poll(), this::relay);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> relay() {
        return outbox.drain(config.batch(), this::send).map(sent -> sent > 0);
    }

    private Uni<Void> send(List<Event> events) {
        Stream<Uni<Void>> together =
                events.stream().filter(this::standsForItself).map(this::send);
        Stream<Uni<Void>> inOrder = events.stream()
                .filter(event -> !standsForItself(event))
                .collect(Collectors.groupingBy(Event::key))
                .values()
                .stream()
                .map(this::sendInOrder);
        return Uni.join()
                .all(Stream.concat(together, inOrder).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private boolean standsForItself(Event event) {
        return independent.contains(event.topic());
    }

    /** Each when the brokers have the one before, so that none is among them without it. */
    private Uni<Void> sendInOrder(List<Event> ofOneKey) {
        return Multi.createFrom()
                .iterable(ofOneKey)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> send(Event event) {
        return publisher.send(
                event.topic(),
                event.key(),
                event.id(),
                event.type(),
                event.tenantId(),
                event.happenedAt(),
                event.data());
    }
}
