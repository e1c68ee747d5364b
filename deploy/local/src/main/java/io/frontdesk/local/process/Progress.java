package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Told one line for each thing that is done. */
@FunctionalInterface
public interface Progress {
    void step(String subject, String what);

    static Progress to(Appendable out) {
        return (subject, what) -> {
            try {
                out.append("  %-12s %s%n".formatted(subject, what));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
