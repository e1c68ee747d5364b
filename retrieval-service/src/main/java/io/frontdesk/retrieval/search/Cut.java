package io.frontdesk.retrieval.search;

import java.util.Optional;

/** Where a section was cut into chunks for its length: the later one begins with the last sentences of the earlier one. */
final class Cut {
    /** Less may be the same by chance. */
    private static final int LEAST = 16;

    /** More is hardly repeated. */
    private static final int MOST = 800;

    private Cut() {}

    /** Both texts with what is repeated once; empty where the later one does not begin with the end of the earlier one. */
    static Optional<String> mended(String earlier, String later) {
        if (later.length() < LEAST) {
            return Optional.empty();
        }
        String beginning = later.substring(0, LEAST);
        int from = Math.max(0, earlier.length() - MOST);
        for (int at = earlier.indexOf(beginning, from); at >= 0; at = earlier.indexOf(beginning, at + 1)) {
            String repeated = earlier.substring(at);
            if (later.startsWith(repeated)) {
                return Optional.of(earlier + later.substring(repeated.length()));
            }
        }
        return Optional.empty();
    }
}
