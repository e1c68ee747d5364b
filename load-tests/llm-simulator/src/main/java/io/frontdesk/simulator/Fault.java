package io.frontdesk.simulator;

import java.util.Locale;

/**
 * How an answer goes wrong on its way.
 *
 * @param after the tokens that still arrive
 */
record Fault(Kind kind, int after) {
    static final Fault NONE = new Fault(Kind.NONE, Integer.MAX_VALUE);

    enum Kind {
        NONE,
        CUT,
        TRUNC,
        STALL,
        BREAK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean exists() {
        return kind != Kind.NONE;
    }
}
