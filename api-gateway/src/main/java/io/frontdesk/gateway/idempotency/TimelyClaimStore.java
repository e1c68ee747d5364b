package io.frontdesk.gateway.idempotency;

import io.frontdesk.kit.resilience.TimelyCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;

/** Never takes long: fails without an answer in time, and for a second after a few such failures. */
final class TimelyClaimStore implements ClaimStore {
    private static final TypeLiteral<Uni<Held>> HELD = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};

    private final ClaimStore store;
    private final TimelyCalls calls;

    TimelyClaimStore(ClaimStore store, Duration timeout) {
        this.store = store;
        this.calls = new TimelyCalls("idempotency", timeout);
    }

    @Override
    public Uni<Held> claim(Claim claim, String holder, String fingerprint) {
        return calls.call(HELD, () -> store.claim(claim, holder, fingerprint));
    }

    @Override
    public Uni<Void> renew(Claim claim, String holder) {
        return calls.call(NOTHING, () -> store.renew(claim, holder));
    }

    @Override
    public Uni<Void> keep(Claim claim, String holder, String fingerprint, String response) {
        return calls.call(NOTHING, () -> store.keep(claim, holder, fingerprint, response));
    }

    @Override
    public Uni<Void> release(Claim claim, String holder) {
        return calls.call(NOTHING, () -> store.release(claim, holder));
    }
}
