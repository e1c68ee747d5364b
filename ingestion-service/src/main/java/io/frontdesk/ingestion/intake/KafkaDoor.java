package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.documents.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads the intake topics, each on its own, so that bulk in one does not hold up the others. A batch's offsets are committed
 * when all of it is stored or among the dead letters; inside it, only records of the same key wait for each other. What
 * cannot be stored because something is down waits, and its partition with it.
 */
@ApplicationScoped
class KafkaDoor {
    private static final Logger LOG = Logger.getLogger(KafkaDoor.class);

    private final KafkaIntake intake;
    private final IntakeDeadLetters deadLetters;
    private final IntakeConfig config;

    KafkaDoor(KafkaIntake intake, IntakeDeadLetters deadLetters, IntakeConfig config) {
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.config = config;
    }

    @Incoming("documents-high")
    Uni<Void> high(ConsumerRecords<String, byte[]> records) {
        return take(records, Lane.HIGH);
    }

    @Incoming("documents-normal")
    Uni<Void> normal(ConsumerRecords<String, byte[]> records) {
        return take(records, Lane.NORMAL);
    }

    @Incoming("documents-low")
    Uni<Void> low(ConsumerRecords<String, byte[]> records) {
        return take(records, Lane.LOW);
    }

    private Uni<Void> take(ConsumerRecords<String, byte[]> records, Lane lane) {
        return Multi.createFrom()
                .iterable(byKey(records).values())
                .onItem()
                .transformToUni(ofOneKey -> takeInOrder(ofOneKey, lane))
                .merge(config.concurrency())
                .onItem()
                .ignoreAsUni();
    }

    /** A record without a key is behind no other. */
    private static Map<Object, List<ConsumerRecord<String, byte[]>>> byKey(ConsumerRecords<String, byte[]> records) {
        Map<Object, List<ConsumerRecord<String, byte[]>>> byKey = new LinkedHashMap<>();
        records.forEach(
                event -> byKey.computeIfAbsent(Objects.requireNonNullElse(event.key(), event), key -> new ArrayList<>())
                        .add(event));
        return byKey;
    }

    private Uni<Void> takeInOrder(List<ConsumerRecord<String, byte[]>> records, Lane lane) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(event -> take(event, lane))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> take(ConsumerRecord<String, byte[]> event, Lane lane) {
        return intake.take(event, lane)
                .onFailure(RecordFaults::isOne)
                .recoverWithUni(e -> deadLetters.keep(event, lane, e))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "A record of %s waits: it cannot be stored now", event.topic()))
                .onFailure()
                .retry()
                .withBackOff(config.firstPause(), config.longestPause())
                .withJitter(0.5)
                .indefinitely();
    }
}
