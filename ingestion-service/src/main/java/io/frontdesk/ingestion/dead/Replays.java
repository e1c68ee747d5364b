package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.documents.DeadLetterReplayReport;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.contracts.documents.ReplayOutcome;
import io.frontdesk.contracts.documents.ReplayedLetter;
import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.frontdesk.ingestion.dead.DeadLetter.OfRecord;
import io.frontdesk.ingestion.dead.Letters.Standing;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.work.Worker;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Replays dead letters: a document is queued again as the same version, a record goes through the intake again. Each is
 * replayed once, whoever else asks for it at the same time.
 */
@ApplicationScoped
class Replays {
    private static final Logger LOG = Logger.getLogger(Replays.class);

    /** What failed before it was parsed may have failed for want of an original that is to be fetched. */
    private static final String BEFORE_PARSING = DocumentState.RECEIVED.name().toLowerCase(Locale.ROOT);

    private final Letters letters;
    private final RequeueStore documents;
    private final RecordIntake intake;
    private final Worker worker;
    private final LetterMetrics metrics;
    private final Duration lease;

    Replays(
            Letters letters,
            RequeueStore documents,
            RecordIntake intake,
            Worker worker,
            LetterMetrics metrics,
            DeadLetterConfig config) {
        this.letters = letters;
        this.documents = documents;
        this.intake = intake;
        this.worker = worker;
        this.metrics = metrics;
        this.lease = config.replayLease();
    }

    /**
     * Replays one letter; fails with {@link DocumentError.UnknownDeadLetter} where the reader sees no such letter.
     *
     * @param named the tenant for which a record is taken that is nobody's
     */
    Uni<ReplayedLetter> one(Reader reader, UUID id, @Nullable UUID named) {
        return letters.of(reader)
                .find(id)
                .map(found -> found.orElseThrow(() -> new DocumentError.UnknownDeadLetter(id)))
                .chain(letter -> replay(reader, letter, named));
    }

    /** Replays some of the letters that are meant, or only says what would become of them. */
    Uni<DeadLetterReplayReport> some(Reader reader, LetterFilter filter, int limit, boolean dryRun) {
        LetterStore seen = letters.of(reader);
        return seen.count(filter).chain(matched -> seen.next(filter, limit)
                .chain(next -> inTurn(reader, next, dryRun))
                .map(done -> report(matched, done, dryRun)));
    }

    private Uni<List<ReplayedLetter>> inTurn(Reader reader, List<DeadLetter> next, boolean dryRun) {
        return Multi.createFrom()
                .iterable(next)
                .onItem()
                .transformToUniAndConcatenate(letter -> dryRun ? tryOut(letter) : replay(reader, letter, null))
                .collect()
                .asList();
    }

    private static DeadLetterReplayReport report(long matched, List<ReplayedLetter> done, boolean dryRun) {
        int replayed = (int) done.stream()
                .filter(letter -> letter.outcome() == (dryRun ? ReplayOutcome.READY : ReplayOutcome.REPLAYED))
                .count();
        return new DeadLetterReplayReport(matched, replayed, Math.max(0, matched - done.size()), dryRun, done);
    }

    private Uni<ReplayedLetter> tryOut(DeadLetter letter) {
        return letters.standing(letter)
                .map(standing -> told(letter, standing, outcome(letter, standing, letter.tenantId()), null));
    }

    private Uni<ReplayedLetter> replay(Reader reader, DeadLetter letter, @Nullable UUID named) {
        UUID tenant = letter.tenantId() == null ? named : letter.tenantId();
        return letters.standing(letter)
                .chain(standing -> replay(letter, standing, tenant))
                .invoke(done -> audit(reader, letter, tenant, done));
    }

    private Uni<ReplayedLetter> replay(DeadLetter letter, Standing standing, @Nullable UUID tenant) {
        ReplayOutcome expected = outcome(letter, standing, tenant);
        return tenant != null && expected == ReplayOutcome.READY
                ? perform(letter, standing, tenant)
                : Uni.createFrom().item(told(letter, standing, expected, null));
    }

    /** What is to be expected. A record that was overtaken is replayed all the same: the intake knows what came later. */
    private static ReplayOutcome outcome(DeadLetter letter, Standing standing, @Nullable UUID tenant) {
        if (tenant == null) {
            return ReplayOutcome.TENANT_UNKNOWN;
        }
        if (standing.overtaken() && letter.origin() instanceof OfDocument) {
            return ReplayOutcome.OVERTAKEN;
        }
        return standing.originalKept() || letter.stage().equals(BEFORE_PARSING)
                ? ReplayOutcome.READY
                : ReplayOutcome.ORIGINAL_MISSING;
    }

    private Uni<ReplayedLetter> perform(DeadLetter letter, Standing standing, UUID tenant) {
        return switch (letter.origin()) {
            case OfDocument failed ->
                documents
                        .requeue(letter.id(), failed)
                        .invoke(worker::wake)
                        .map(queued -> queued ? ReplayOutcome.REPLAYED : ReplayOutcome.BUSY)
                        .map(outcome -> told(letter, standing, outcome, null));
            case OfRecord record ->
                letters.of(letter).claim(letter.id(), lease).chain(claimed -> claimed.map(
                                kept -> takeIn(letter, standing, tenant, kept))
                        .orElse(Uni.createFrom().item(told(letter, standing, ReplayOutcome.BUSY, null))));
        };
    }

    private Uni<ReplayedLetter> takeIn(DeadLetter letter, Standing standing, UUID tenant, KeptRecord kept) {
        LetterStore store = letters.of(letter);
        return intake.take(tenant, kept)
                .onFailure()
                .call(() -> store.release(letter.id()))
                .call(refused -> settle(store, letter, refused))
                .map(refused -> refused.map(refusal -> told(letter, standing, ReplayOutcome.REFUSED, refusal.reason()))
                        .orElseGet(() -> told(letter, standing, ReplayOutcome.REPLAYED, null)));
    }

    private static Uni<Void> settle(LetterStore store, DeadLetter letter, Optional<Refusal> refused) {
        return refused.map(refusal -> store.refuse(letter.id(), refusal)).orElseGet(() -> store.remove(letter.id()));
    }

    private static ReplayedLetter told(
            DeadLetter letter, Standing standing, ReplayOutcome outcome, @Nullable String reason) {
        return new ReplayedLetter(letter.id(), outcome, standing.originalKept(), standing.overtaken(), reason);
    }

    private void audit(Reader reader, DeadLetter letter, @Nullable UUID tenant, ReplayedLetter done) {
        metrics.replayed(done.outcome());
        LOG.infof(
                "Dead letter %s (%s, %s at %s) of tenant %s, replayed by %s%s: %s",
                letter.id(),
                letter.origin().original(),
                letter.refusal().code(),
                letter.stage(),
                tenant,
                reader.tenantId() == null ? "the operator " : "",
                reader.subject(),
                done.outcome());
    }
}
