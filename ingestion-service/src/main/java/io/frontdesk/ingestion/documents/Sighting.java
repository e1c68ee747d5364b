package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentProgress;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.contracts.documents.DocumentStatus;
import io.frontdesk.contracts.documents.DocumentView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was at one moment, deleted or not, as those who follow its life need to know.
 *
 * @param revision rises with each change of the document, over all its versions
 * @param pieces that its present version was cut into; 0 before that
 * @param staged how many of them the index has taken
 * @param since when its state began
 * @param seen when it was so
 * @param eta until it is indexed, where that can be estimated
 */
public record Sighting(
        UUID id,
        long version,
        long revision,
        DocumentState state,
        @Nullable String reason,
        int pieces,
        int staged,
        Instant since,
        Instant seen,
        @Nullable Duration eta) {

    /** As it would be seen where nothing is left of it: of a document that has gone with its tenant. */
    public Sighting gone(Instant now) {
        return new Sighting(id, version, revision + 1, DocumentState.DELETED, null, 0, 0, now, now, null);
    }

    Sighting expected(@Nullable Duration newEta) {
        return new Sighting(id, version, revision, state, reason, pieces, staged, since, seen, newEta);
    }

    /** Whether the document made no step in its life in between. */
    public boolean isInTheStepOf(Sighting earlier) {
        return version == earlier.version && state == earlier.state && since.equals(earlier.since);
    }

    /** As it is told at a step of its life. */
    public DocumentStatus step() {
        return status(since);
    }

    /** As it is told between two steps. */
    public DocumentStatus progressed() {
        return status(seen);
    }

    private DocumentStatus status(Instant at) {
        return new DocumentStatus(id, version, state, reason, progress(), etaSeconds(), at);
    }

    /** The document with how far it has come, where it has not gone on since it was read. */
    DocumentView addTo(DocumentView view) {
        return view.version() == version && view.state() == state ? view.with(progress(), etaSeconds()) : view;
    }

    private @Nullable DocumentProgress progress() {
        boolean counted = state == DocumentState.CHUNKED || state == DocumentState.INDEXING;
        return counted ? new DocumentProgress(staged, pieces, DocumentProgress.Unit.CHUNKS) : null;
    }

    public @Nullable Long etaSeconds() {
        return eta == null ? null : eta.plusMillis(999).toSeconds();
    }
}
