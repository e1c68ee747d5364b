package io.frontdesk.ingestion.watch;

import io.frontdesk.contracts.documents.DocumentStatus;
import io.frontdesk.ingestion.documents.Sighting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One who follows a document. What it has not taken yet waits here: each step that was seen, in order, and of the progress
 * since the last of them only the latest, so that a slow reader costs no more than a few records.
 */
final class Reader {
    /** Steps of a document that is replaced again and again, or tried again, while its reader takes nothing. */
    private static final int MOST_STEPS = 16;

    private final UUID tenantId;
    private final UUID id;
    private final Deque<Signal> steps = new ArrayDeque<>();
    private @Nullable Signal latest;
    private Sighting last;
    private boolean left;
    private CompletableFuture<Void> filled = new CompletableFuture<>();

    /**
     * Follows a document from what is known of it.
     *
     * @param seen whether the reader knows that already
     */
    Reader(UUID tenantId, Sighting present, boolean seen) {
        this.tenantId = tenantId;
        this.id = present.id();
        this.last = present;
        if (seen) {
            // Something has to be sent, for the reader to know that it is connected.
            latest = new Signal.Beat();
        } else {
            steps.add(step(present));
        }
        filled.complete(null);
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID id() {
        return id;
    }

    /** Takes note of what was seen, unless later things are known. What is estimated now and then stays until then. */
    void offer(Sighting sighting) {
        synchronized (this) {
            if (sighting.revision() < last.revision()) {
                return;
            }
            if (!sighting.isInTheStepOf(last)) {
                addStep(sighting);
            } else if (sighting.staged() != last.staged() || isEstimatedAnew(sighting)) {
                latest = new Signal.Told(DocumentStatus.PROGRESS, sighting.revision(), sighting.progressed());
            } else {
                return;
            }
            last = sighting;
        }
        wake();
    }

    /** The document has gone without a trace. */
    void gone(Instant now) {
        offer(last().gone(now));
    }

    /** Lets the reader go, when it has taken what is known. */
    void leave() {
        synchronized (this) {
            left = true;
        }
        wake();
    }

    /** The next signal, when it is there, or a beat after a while without one. */
    Uni<Signal> next(Duration keepAwake) {
        return Uni.createFrom()
                .completionStage(this::filled)
                .ifNoItem()
                .after(keepAwake)
                .recoverWithUni(Uni.createFrom().voidItem())
                .map(ignored -> take());
    }

    private synchronized Sighting last() {
        return last;
    }

    private void addStep(Sighting sighting) {
        latest = null;
        steps.add(step(sighting));
        if (steps.size() > MOST_STEPS) {
            steps.remove();
        }
    }

    private boolean isEstimatedAnew(Sighting sighting) {
        return sighting.pieces() == 0
                && sighting.etaSeconds() != null
                && !Objects.equals(sighting.etaSeconds(), last.etaSeconds());
    }

    private synchronized CompletableFuture<Void> filled() {
        // A copy, since a reader that waits no longer would cancel it.
        return filled.copy();
    }

    private synchronized void wake() {
        filled.complete(null);
    }

    private synchronized Signal take() {
        Signal taken = steps.poll();
        if (taken == null) {
            taken = latest;
            latest = null;
        }
        if (taken == null) {
            taken = left ? new Signal.Leave() : new Signal.Beat();
        }
        if (steps.isEmpty() && latest == null && !left) {
            filled = new CompletableFuture<>();
        }
        return taken;
    }

    private static Signal step(Sighting sighting) {
        DocumentStatus status = sighting.step();
        return new Signal.Told(status.name(), sighting.revision(), status);
    }
}
