package io.frontdesk.ingestion.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.ingestion.dead.DeadLetterConfig;
import io.frontdesk.ingestion.dead.KeptRecord;
import io.frontdesk.ingestion.dead.RecordLetters;
import io.frontdesk.ingestion.dead.Redaction;
import io.frontdesk.ingestion.dead.Refusal;
import io.frontdesk.ingestion.documents.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps records that never became documents, for the tenant that their key is of, else for the operator. */
@ApplicationScoped
class IntakeDeadLetters {
    private static final Logger LOG = Logger.getLogger(IntakeDeadLetters.class);
    private static final int LONGEST_EXTERNAL_ID = 512;

    private final RecordLetters letters;
    private final Producers producers;
    private final ObjectMapper json;
    private final long maxBytes;

    IntakeDeadLetters(RecordLetters letters, Producers producers, ObjectMapper json, DeadLetterConfig config) {
        this.letters = letters;
        this.producers = producers;
        this.json = json;
        this.maxBytes = config.maxRecordBytes().asLongValue();
    }

    /** Done when the record is stored, and the event that tells of it; fails where it is not known now whose it is. */
    Uni<Void> keep(ConsumerRecord<String, byte[]> event, Lane lane, Throwable cause) {
        Refusal refusal = RecordFaults.refusal(cause);
        LOG.infof("%s/%d/%d is no document: %s", event.topic(), event.partition(), event.offset(), refusal.reason());
        KeptRecord kept = kept(event, lane);
        return owner(event).chain(owner -> letters.keep(owner.orElse(null), externalId(kept), kept, refusal));
    }

    private Uni<Optional<UUID>> owner(ConsumerRecord<String, byte[]> event) {
        return Uni.createFrom()
                .deferred(() -> producers.tenantOf(IntakeEvent.key(event), IntakeEvent.tenant(event)))
                .map(Optional::of)
                .onFailure(IntakeRefused.class)
                .recoverWithItem(Optional.empty());
    }

    private KeptRecord kept(ConsumerRecord<String, byte[]> event, Lane lane) {
        var redaction = new Redaction(IntakeEvent.key(event));
        byte[] value = event.value();
        return new KeptRecord(
                event.topic(),
                event.partition(),
                event.offset(),
                Instant.ofEpochMilli(event.timestamp()),
                lane,
                redaction.key(event.key()),
                redaction.headers(headers(event)),
                value == null || value.length > maxBytes ? null : Buffer.buffer(redaction.value(value)));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        event.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }

    private @Nullable String externalId(KeptRecord kept) {
        try {
            Buffer value = kept.value();
            JsonNode read = value == null ? null : json.readTree(value.getBytes());
            String id = read == null ? null : read.path("external_id").textValue();
            return id == null || id.length() > LONGEST_EXTERNAL_ID || id.indexOf('\0') >= 0 ? null : id;
        } catch (IOException e) {
            // That is why it is here.
            return null;
        }
    }
}
