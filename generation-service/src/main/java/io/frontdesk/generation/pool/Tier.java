package io.frontdesk.generation.pool;

import java.util.Locale;

/** How able a model a question needs. */
public enum Tier {
    CHEAP,
    STRONG;

    /** As a label of metrics, and as it is told. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
