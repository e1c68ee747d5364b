package io.frontdesk.e2e.isolation;

import java.util.UUID;

/** Words that stand nowhere else. */
final class Marks {
    private Marks() {}

    static String next(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
