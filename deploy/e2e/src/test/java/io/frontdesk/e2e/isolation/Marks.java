package io.frontdesk.e2e.isolation;

import java.util.UUID;

/** Words that stand nowhere else. */
public final class Marks {
    private Marks() {}

    public static String next(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
