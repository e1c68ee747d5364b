package io.frontdesk.auth.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Counts refused credentials: {@code frontdesk_exchanges_refused_total} by {@code reason}. The caller learns none of them. */
@ApplicationScoped
class ExchangeMetrics {
    private final MeterRegistry registry;

    ExchangeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void refused(Refusal reason) {
        registry.counter("frontdesk.exchanges.refused", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Counts where nobody was found. */
    void refusedUnless(Optional<?> found, Refusal reason) {
        if (found.isEmpty()) {
            refused(reason);
        }
    }

    /** Why a credential is refused. */
    enum Refusal {
        /** None, or longer than any that is issued. */
        UNREADABLE,
        /** A key that is unknown, revoked or expired, or of a tenant that is not served. */
        KEY,
        /** A token of an issuer that a tenant brought, which is not valid or is for nobody. */
        FOREIGN_TOKEN,
        /** A token that is not ours, was changed, or has expired. */
        INVALID_TOKEN,
        /** A valid token of a session, user, key or tenant that is no more. */
        ENDED_TOKEN
    }
}
