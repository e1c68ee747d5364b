package io.frontdesk.auth.login;

import io.frontdesk.auth.problem.AuthError;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** {@code frontdesk_logins_total} by how they came out. */
@ApplicationScoped
class LoginMetrics {
    private final MeterRegistry registry;

    LoginMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(@Nullable Throwable failure) {
        registry.counter("frontdesk.logins", "outcome", outcome(failure)).increment();
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "succeeded";
            case AuthError.LoginRefused refused -> "refused";
            case AuthError.LoginLocked locked -> "locked";
            case AuthError.Busy busy -> "busy";
            default -> "failed";
        };
    }
}
