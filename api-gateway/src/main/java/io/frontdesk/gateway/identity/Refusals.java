package io.frontdesk.gateway.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what is refused, by its reason, which the caller is not told. */
@ApplicationScoped
class Refusals {
    /** Why a credential is refused. */
    enum Reason {
        /** Several at once, or one that is not in a form that is taken here. */
        MALFORMED,
        /** The auth-service does not know it. */
        UNKNOWN,
        /** It was good until something that it rests on was revoked or changed. */
        REVOKED,
        /** The tenant is suspended or being deleted. */
        SUSPENDED
    }

    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Reason reason : Reason.values()) {
            counter(reason);
        }
    }

    /** Counts a refusal, and is what the request fails with: the same for every reason. */
    AuthenticationFailedException of(Reason reason) {
        counter(reason).increment();
        return new AuthenticationFailedException();
    }

    /** Made when it is first asked for, and the same from then on. */
    private Counter counter(Reason reason) {
        return Counter.builder("frontdesk_credentials_refused")
                .description("Credentials that were refused")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
