package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.Deleted;
import io.frontdesk.ingestion.documents.SourceVersion;
import java.time.Instant;

/**
 * What becomes of a document when a change of it arrives. Changes may arrive late, in any order and several times: in the
 * end the document shows the one that is the latest at its source.
 */
final class Reconciliation {
    private Reconciliation() {}

    /** The same document where the change is not later than what is there; the same version where it says the same. */
    static Document take(Document present, Submission submission, String fingerprint, Instant now) {
        SourceVersion source = submission.moment().after(present.source(), false, now);
        if (!source.isAfter(present.source())) {
            return present;
        }
        if (fingerprint.equals(present.fingerprint()) && !(present.life() instanceof Deleted)) {
            return present.confirm(source);
        }
        return present.replace(
                source,
                fingerprint,
                submission.description(),
                submission.lane(),
                submission.content().size(),
                now);
    }

    /** The same document where the change is not later than what is there; the same version where nothing is to be forgotten. */
    static Document delete(Document present, Moment moment, Instant now) {
        SourceVersion source = moment.after(present.source(), true, now);
        if (!source.isAfter(present.source())) {
            return present;
        }
        if (present.life() instanceof Deleted) {
            return present.confirm(source);
        }
        return present.version() == 0 ? present.neverWas(source, now) : present.beginDeletion(source, now);
    }
}
