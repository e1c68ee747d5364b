package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.dead.KeptRecord;
import io.frontdesk.ingestion.dead.RecordIntake;
import io.frontdesk.ingestion.dead.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Takes kept records in again, as they came from Kafka. */
@ApplicationScoped
class KeptRecordIntake implements RecordIntake {
    private final KafkaIntake intake;

    KeptRecordIntake(KafkaIntake intake) {
        this.intake = intake;
    }

    @Override
    public Uni<Optional<Refusal>> take(UUID tenantId, KeptRecord kept) {
        return intake.take(tenantId, event(kept), kept.lane())
                .replaceWith(Optional.<Refusal>empty())
                .onFailure(RecordFaults::isOne)
                .recoverWithItem(e -> Optional.of(RecordFaults.refusal(e)));
    }

    private static ConsumerRecord<String, byte[]> event(KeptRecord kept) {
        Buffer value = kept.value();
        var headers = new RecordHeaders();
        kept.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                kept.topic(),
                kept.partition(),
                kept.offset(),
                kept.time().toEpochMilli(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                kept.key(),
                value == null ? null : value.getBytes(),
                headers,
                Optional.empty());
    }
}
