package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DeadDocument;
import io.frontdesk.ingestion.dead.DeadLetter.OfRecord;
import io.frontdesk.kit.database.RemovedTenant;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.Events;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps records that never became documents, and tells of them, both or neither. */
@ApplicationScoped
public class RecordLetters {
    private final Letters letters;
    private final LetterMetrics metrics;
    private final Events events;
    private final Clock clock;

    RecordLetters(Letters letters, LetterMetrics metrics, Events events, Clock clock) {
        this.letters = letters;
        this.metrics = metrics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a record; one that is kept already makes no second letter. Of a record of a tenant that has been removed only
     * this remains: that it came.
     *
     * @param tenantId whose it is; absent where nobody knows
     * @param externalId the publisher's own id of the document, where it could be read
     */
    public Uni<Void> keep(@Nullable UUID tenantId, @Nullable String externalId, KeptRecord kept, Refusal refusal) {
        return store(tenantId, externalId, kept, refusal)
                .onFailure(RemovedTenant::isCauseOf)
                .recoverWithUni(() -> store(null, null, kept.withoutContent(), refusal))
                .invoke(isNew -> count(isNew, refusal))
                .replaceWithVoid();
    }

    private void count(boolean isNew, Refusal refusal) {
        if (isNew) {
            metrics.died(refusal.code());
        }
    }

    private Uni<Boolean> store(@Nullable UUID tenantId, @Nullable String externalId, KeptRecord kept, Refusal refusal) {
        Instant now = clock.instant();
        var origin = new OfRecord(
                kept.topic(), kept.partition(), kept.offset(), kept.time(), externalId, kept.value() != null);
        var letter = new DeadLetter(Ids.next(), tenantId, DeadLetter.INTAKE, refusal, 1, now, origin);
        return letters.of(tenantId).keep(letter, kept, told(letter, kept));
    }

    private Event told(DeadLetter letter, KeptRecord kept) {
        String original = letter.origin().original();
        var dead = new DeadDocument(
                null,
                letter.origin().externalId(),
                null,
                letter.stage(),
                letter.refusal().reason(),
                letter.attempts(),
                original,
                letter.at());
        return events.of(
                letter.tenantId(),
                Objects.requireNonNullElse(kept.key(), original),
                Topics.DOCUMENTS_DEAD,
                DeadDocument.TYPE,
                dead,
                letter.at());
    }
}
