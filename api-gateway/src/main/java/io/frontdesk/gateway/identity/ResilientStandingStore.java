package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Never fails and never takes long: without an answer in time, nothing is known of the tenant. After a few timeouts Redis is
 * not asked at all for a second, and then by one request.
 */
final class ResilientStandingStore implements StandingStore {
    private static final TypeLiteral<Uni<TenantStanding>> STANDING = new TypeLiteral<>() {};

    private final StandingStore store;
    private final TimelyCalls calls;
    private final Counter unanswered;
    private final Counter unasked;

    ResilientStandingStore(StandingStore store, Duration timeout, MeterRegistry metrics) {
        this.store = store;
        this.calls = new TimelyCalls("state-redis", timeout);
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
        return calls.call(STANDING, () -> store.read(grant)).onFailure().recoverWithItem(e -> {
            (e instanceof CircuitBreakerOpenException ? unasked : unanswered).increment();
            return TenantStanding.unknown(grant.tenantId());
        });
    }
}
