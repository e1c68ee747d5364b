package io.frontdesk.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identifiers of everything that has one: UUIDv7 (RFC 9562, section 5.7), so that keys sort by the time they were made. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id, greater than all that this process made before. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
