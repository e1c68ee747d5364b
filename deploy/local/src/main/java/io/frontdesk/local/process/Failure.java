package io.frontdesk.local.process;

/** What went wrong and how to mend it, in one line for the person who typed the command. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String what, String mend) {
        super(what.strip() + "; " + mend);
    }
}
