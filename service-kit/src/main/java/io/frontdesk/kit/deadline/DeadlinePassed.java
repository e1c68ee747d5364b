package io.frontdesk.kit.deadline;

/** The time for the request is over. */
public final class DeadlinePassed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean begun;

    /** @param begun whether work on it had begun */
    public DeadlinePassed(boolean begun) {
        // An ordinary answer: no stack trace.
        super("The time that was left for the request is over", null, false, false);
        this.begun = begun;
    }

    public boolean begun() {
        return begun;
    }
}
