package io.frontdesk.auth.sessions;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** {@code frontdesk_sessions_total} by what happened. */
@ApplicationScoped
class SessionMetrics {
    private final MeterRegistry registry;

    SessionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Event event) {
        registry.counter("frontdesk.sessions", "event", event.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    enum Event {
        STARTED,
        REFRESHED,
        /** A token that nobody issued, of a session that is over, or of somebody who is gone. */
        REFUSED,
        /** A token that had been used before. */
        REUSED,
        ENDED,
        ALL_ENDED
    }
}
