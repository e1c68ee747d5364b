package io.frontdesk.ingestion.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DeadDocument;
import io.frontdesk.kit.events.Publisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Tells of records that never became documents. Refers to the record, and repeats neither its value nor its key for us. */
@ApplicationScoped
class IntakeDeadLetters {
    private static final Logger LOG = Logger.getLogger(IntakeDeadLetters.class);
    private static final String STAGE = "intake";

    private final Publisher publisher;
    private final ObjectMapper json;
    private final Clock clock;

    IntakeDeadLetters(Publisher publisher, ObjectMapper json, Clock clock) {
        this.publisher = publisher;
        this.json = json;
        this.clock = clock;
    }

    Uni<Void> send(ConsumerRecord<String, byte[]> event, Throwable cause) {
        String original = "kafka:%s/%d/%d".formatted(event.topic(), event.partition(), event.offset());
        String reason = reason(cause, original);
        LOG.infof("%s is no document: %s", original, reason);
        Instant now = clock.instant();
        var letter = new DeadDocument(null, null, null, STAGE, reason, 1, original, now);
        return publisher.send(
                Topics.DOCUMENTS_DEAD,
                Objects.requireNonNullElse(event.key(), original),
                Ids.next(),
                DeadDocument.TYPE,
                null,
                now,
                write(letter));
    }

    private static String reason(Throwable cause, String original) {
        if (cause instanceof IntakeRefused refused) {
            return String.valueOf(refused.getMessage());
        }
        LOG.errorf(cause, "%s fails by itself", original);
        return "not_storable: the record cannot be stored";
    }

    private String write(DeadDocument letter) {
        try {
            return json.writeValueAsString(letter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the contracts is always JSON", e);
        }
    }
}
