package io.frontdesk.local;

import io.frontdesk.local.process.Failure;
import java.nio.file.Path;

/** What is better known before minutes are spent. */
final class Preflight {
    private static final int OLDEST_JAVA = 21;
    private static final long NEEDED_MEGABYTES = 2048;

    private Preflight() {}

    static void check(Path root) {
        check(Runtime.version().feature(), root.toFile().getUsableSpace() >> 20, root);
    }

    static void check(int java, long megabytesFree, Path root) {
        if (java < OLDEST_JAVA) {
            throw new Failure("this is Java " + java, "install a JDK of 21 or newer, or set JAVA_HOME to one");
        }
        if (megabytesFree < NEEDED_MEGABYTES) {
            throw new Failure(
                    "only " + megabytesFree + " MB are free under " + root,
                    "make room for " + NEEDED_MEGABYTES + " MB");
        }
    }
}
