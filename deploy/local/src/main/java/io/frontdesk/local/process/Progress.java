package io.frontdesk.local.process;

/** Told one line for each thing that is done. */
@FunctionalInterface
public interface Progress {
    void step(String subject, String what);

    static Progress to(Appendable out) {
        return (subject, what) -> {
            try {
                out.append("  %-12s %s%n".formatted(subject, what));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }
}
