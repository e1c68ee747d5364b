package io.frontdesk.gateway.idempotency;

import io.frontdesk.gateway.limits.BodyWitness;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.RequestScoped;

/** The payload of a request that is passed on as it comes: who passes it on lets it be seen here. */
@RequestScoped
public class PassingPayload {
    private BodyWitness witness = new Nobody();

    /** Whoever has to see it. */
    public BodyWitness witness() {
        return witness;
    }

    void isSeenBy(BodyWitness witness) {
        this.witness = witness;
    }

    private record Nobody() implements BodyWitness {
        @Override
        public void passed(Buffer part) {}

        @Override
        public void ended() {}
    }
}
