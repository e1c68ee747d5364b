package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.work.Worker;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Takes documents in, and takes them out again, by whatever way that is asked. */
@ApplicationScoped
class Intake {
    private final IntakeStore store;
    private final DocumentStore documents;
    private final Worker worker;
    private final OutboundGuard guard;
    private final Clock clock;
    private final long maxBytes;
    private final Duration removalPatience;

    Intake(
            IntakeStore store,
            DocumentStore documents,
            Worker worker,
            OutboundGuard guard,
            Clock clock,
            IntakeConfig config) {
        this.store = store;
        this.documents = documents;
        this.worker = worker;
        this.guard = guard;
        this.clock = clock;
        this.maxBytes = config.maxBytes().asLongValue();
        this.removalPatience = config.removalPatience();
    }

    /** Fails with {@link DocumentError.TooLarge} where a document of this size is not taken. */
    void checkSize(long bytes) {
        if (bytes > maxBytes) {
            throw new DocumentError.TooLarge(bytes, maxBytes);
        }
    }

    /** Takes a document in. The same content and description again change nothing, nor does what is older than what is there. */
    Uni<Document> take(Submission submission) {
        checkSize(submission.content().size());
        if (submission.page() != null) {
            submission.page().check(guard, "url");
        }
        return Fingerprint.of(submission.content(), submission.description())
                .chain(fingerprint -> take(submission, fingerprint))
                .invoke(worker::wake);
    }

    private Uni<Document> take(Submission submission, String fingerprint) {
        UUID newId = Ids.next();
        String externalId = submission.externalId() == null ? newId.toString() : submission.externalId();
        return store.take(
                submission.tenantId(),
                newId,
                externalId,
                submission.content(),
                submission.page(),
                present -> Reconciliation.take(present, submission, fingerprint, clock.instant()));
    }

    /**
     * Deletes a document.
     *
     * @return empty where no answer holds it any more; the document where that will take a while yet
     */
    Uni<Optional<Document>> delete(UUID tenantId, UUID id) {
        return store.beginDeletion(
                        tenantId, id, document -> Reconciliation.delete(document, Moment.ARRIVAL, clock.instant()))
                .chain(begun ->
                        begun.map(worker::perform).orElse(Uni.createFrom().voidItem()))
                .ifNoItem()
                .after(removalPatience)
                .recoverWithUni(Uni.createFrom().voidItem())
                .chain(() -> documents.find(tenantId, id));
    }

    /** Deletes a document in a while. Of one that was never seen it keeps in mind that it is deleted. */
    Uni<Void> deleteLater(UUID tenantId, String externalId, Moment moment) {
        return store.queueDeletion(
                        tenantId,
                        Ids.next(),
                        externalId,
                        present -> Reconciliation.delete(present, moment, clock.instant()))
                .invoke(worker::wake);
    }
}
