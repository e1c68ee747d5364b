package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Never fails and never takes long: without an answer in time, nothing is known of the tenant. After a few timeouts Redis is
 * not asked at all for a second, and then by one request.
 */
final class ResilientStandingStore implements StandingStore {
    private static final int WINDOW = 10;
    private static final double FAILURES = 0.5;
    private static final long OPEN_SECONDS = 1;

    private final StandingStore store;
    private final Duration timeout;
    private final Counter unanswered;
    private final Counter unasked;
    private final TypedGuard<Uni<TenantStanding>> breaker = TypedGuard.create(new TypeLiteral<Uni<TenantStanding>>() {})
            .withDescription("state-redis")
            .withCircuitBreaker()
            .requestVolumeThreshold(WINDOW)
            .failureRatio(FAILURES)
            .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
            .done()
            .build();

    ResilientStandingStore(StandingStore store, Duration timeout, MeterRegistry metrics) {
        this.store = store;
        this.timeout = timeout;
        this.unanswered = counter(metrics, "unanswered");
        this.unasked = counter(metrics, "unasked");
    }

    private static Counter counter(MeterRegistry metrics, String reason) {
        return Counter.builder("frontdesk_tenant_state_unknown")
                .description(
                        "Requests that went on with what was granted, because the tenant's state could not be read")
                .tag("reason", reason)
                .register(metrics);
    }

    @Override
    public Uni<TenantStanding> read(TokenGrant grant) {
        return breaker.get(() -> ask(grant)).onFailure().recoverWithItem(e -> {
            (e instanceof CircuitBreakerOpenException ? unasked : unanswered).increment();
            return TenantStanding.unknown(grant.tenantId());
        });
    }

    /** A connection that Redis has closed is found out by using it, so what fails at once is tried once more. */
    private Uni<TenantStanding> ask(TokenGrant grant) {
        return Uni.createFrom()
                .deferred(() -> store.read(grant))
                .onFailure()
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new);
    }
}
