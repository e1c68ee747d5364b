package io.frontdesk.ingestion.dead;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts dead letters by the code of their reason, and replays by their outcome. */
@ApplicationScoped
class LetterMetrics {
    /** What no program of ours says must not become a label. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private final MeterRegistry registry;

    LetterMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void died(String code) {
        String reason = CODE.matcher(code).matches() ? code : "other";
        registry.counter("frontdesk.ingestion.dead.letters", "reason", reason).increment();
    }

    void replayed(Enum<?> outcome) {
        registry.counter(
                        "frontdesk.ingestion.dead.letters.replayed",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
