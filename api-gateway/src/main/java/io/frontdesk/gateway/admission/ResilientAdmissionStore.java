package io.frontdesk.gateway.admission;

import io.frontdesk.kit.resilience.TimelyCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Never takes long: without a decision in time there is none. After fifty timeouts Redis is not asked at all for a second, and then
 * by one request.
 */
final class ResilientAdmissionStore implements AdmissionStore {
    private static final TypeLiteral<Uni<Reply>> REPLY = new TypeLiteral<>() {};

    /** Every request comes here: what is under way in a pause of this process is less than half of this. */
    private static final int WINDOW = 100;

    private final AdmissionStore store;
    private final TimelyCalls calls;
    private final Duration timeout;
    private final Counter unanswered;
    private final Counter unasked;

    ResilientAdmissionStore(AdmissionStore store, Duration timeout, MeterRegistry metrics) {
        this.store = store;
        this.calls = new TimelyCalls("state-redis", timeout, WINDOW);
        this.timeout = timeout;
        this.unanswered = counter(metrics, "unanswered");
        this.unasked = counter(metrics, "unasked");
    }

    private static Counter counter(MeterRegistry metrics, String reason) {
        return Counter.builder("frontdesk_tenant_state_unknown")
                .description(
                        "Requests over which the state Redis did not decide, and of whose tenant nothing was known")
                .tag("reason", reason)
                .register(metrics);
    }

    @Override
    public Uni<Reply> admit(Question question) {
        return calls.call(REPLY, () -> store.admit(question))
                .onFailure()
                .invoke(e -> (e instanceof CircuitBreakerOpenException ? unasked : unanswered).increment());
    }

    /** Also while requests are not asked about: so it is known when Redis is back. */
    @Override
    public Uni<Gathering> present(boolean unheard) {
        return store.present(unheard).ifNoItem().after(timeout).fail();
    }

    @Override
    public Uni<Void> putBack(List<Told> windows) {
        return store.putBack(windows).ifNoItem().after(timeout).fail();
    }
}
