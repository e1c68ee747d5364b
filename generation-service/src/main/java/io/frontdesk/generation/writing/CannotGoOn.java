package io.frontdesk.generation.writing;

/** What is said of an answer cannot be gone on with. */
public final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotGoOn() {
        super("what is said cannot be gone on with", null, false, false);
    }
}
