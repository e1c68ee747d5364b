package io.frontdesk.ingestion.web;

/** Somebody else reads this source now, or something else was said of it. */
final class ReadingLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadingLost(Reading reading) {
        super("no longer reading source " + reading.sourceId(), null, false, false);
    }
}
