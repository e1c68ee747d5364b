package io.frontdesk.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata that a document must have, all of it, to be found. */
public final class Filters {
    private Filters() {}

    /**
     * A copy that does not change; empty where nobody filters.
     *
     * @throws InvalidField where a name has no value
     */
    public static Map<String, String> of(@Nullable Map<String, String> filters) {
        if (filters == null) {
            return Map.of();
        }
        filters.forEach(Filters::check);
        return Map.copyOf(filters);
    }

    private static void check(String name, @Nullable String value) {
        if (value == null) {
            throw new InvalidField("filters", "must have a value for each name, has none for " + name);
        }
    }
}
