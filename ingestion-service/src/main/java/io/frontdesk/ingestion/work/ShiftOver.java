package io.frontdesk.ingestion.work;

/** The replica stops, and somebody else is to do this. */
final class ShiftOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShiftOver() {
        super("the replica stops", null, false, false);
    }
}
