package io.frontdesk.ingestion.parse.hostile;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A document that is meant to do harm.
 *
 * @param name what it does
 * @param fileName as it is uploaded, with an ending that may lie
 * @param verdicts how it may end: {@code parsed}, or the reason of its failure; more than one where the speed of the machine
 *     decides, or a library by its version
 * @param quick whether it belongs to the short list
 * @param bytes makes it
 */
public record HostileDocument(
        String name, String fileName, Set<String> verdicts, boolean quick, Supplier<byte[]> bytes) {

    static HostileDocument of(String name, String fileName, Supplier<byte[]> bytes, String... verdicts) {
        return new HostileDocument(name, fileName, Set.of(verdicts), false, bytes);
    }

    HostileDocument inShort() {
        return new HostileDocument(name, fileName, verdicts, true, bytes);
    }
}
