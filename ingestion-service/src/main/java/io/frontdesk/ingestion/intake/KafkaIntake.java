package io.frontdesk.ingestion.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.kit.database.RemovedTenant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in what one record holds. */
@ApplicationScoped
class KafkaIntake {
    private final Producers producers;
    private final Intake intake;
    private final ObjectMapper json;

    KafkaIntake(Producers producers, Intake intake, ObjectMapper json) {
        this.producers = producers;
        this.intake = intake;
        this.json = json;
    }

    /**
     * Done when what the record asks for is stored.
     *
     * @return fails with {@link IntakeRefused} where that can never be, and otherwise where it cannot be now
     */
    Uni<Void> take(ConsumerRecord<String, byte[]> event, Lane lane) {
        return Uni.createFrom().deferred(() -> {
            var read = IntakeEvent.of(event);
            return producers.tenantOf(read.key(), read.tenantId()).chain(tenant -> take(tenant, read, lane));
        });
    }

    /** As {@link #take(ConsumerRecord, Lane)}, for a tenant that is known. */
    Uni<Void> take(UUID tenant, ConsumerRecord<String, byte[]> event, Lane lane) {
        return Uni.createFrom().deferred(() -> take(tenant, IntakeEvent.of(event), lane));
    }

    private Uni<Void> take(UUID tenant, IntakeEvent event, Lane lane) {
        try {
            DocumentIntake document = read(event);
            String externalId = document.externalId();
            if (externalId == null) {
                throw new IntakeRefused("missing_field", "external_id must be given");
            }
            Moment moment = event.moment(document.version());
            Uni<Void> stored = event.deletion()
                    ? intake.deleteLater(tenant, externalId, moment)
                    : intake.take(Submission.from(tenant, document).with(lane, moment))
                            .replaceWithVoid();
            return stored.onFailure(RemovedTenant::isCauseOf)
                    .transform(e -> new IntakeRefused("unknown_tenant", "the tenant has been removed"));
        } catch (InvalidField e) {
            throw new IntakeRefused("invalid_field", String.valueOf(e.getMessage()));
        } catch (DocumentError.TooLarge e) {
            throw new IntakeRefused("too_large", String.valueOf(e.getMessage()));
        }
    }

    private DocumentIntake read(IntakeEvent event) {
        try {
            DocumentIntake document = json.readValue(event.data(), DocumentIntake.class);
            if (document == null) {
                throw new IntakeRefused("no_content", "the value is null");
            }
            return document;
        } catch (IOException e) {
            if (e.getCause() instanceof InvalidField refused) {
                throw refused;
            }
            throw new IntakeRefused("malformed", "the value is not the JSON of a document");
        }
    }
}
