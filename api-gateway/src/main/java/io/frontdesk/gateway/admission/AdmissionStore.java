package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where it is decided for all gateways. */
interface AdmissionStore {
    /** Decides over a request. */
    Uni<Reply> admit(Question question);

    /**
     * Says that this gateway is there.
     *
     * @param unheard whether it could not say so before
     */
    Uni<Gathering> present(boolean unheard);

    /** Tells what this gateway knows. */
    Uni<Void> putBack(List<Told> windows);

    /**
     * A request.
     *
     * @param windows all have to let it in, or none counts it
     * @param withinShare whether this gateway would let it in by itself, which matters as long as the store has not been told all
     * @param unheard whether this gateway could not say last time that it is there, and the store may not have been told all
     * @param grant whose tenant's standing is read, where it is known
     */
    record Question(List<Told> windows, boolean withinShare, boolean unheard, Optional<TokenGrant> grant) {}

    /**
     * What was decided.
     *
     * @param complete whether the store has been told all; else this gateway's share decided as well
     * @param at milliseconds of the store's clock
     */
    record Reply(boolean complete, boolean admitted, long at, List<Count> counts, Optional<TenantStanding> standing) {}

    /** How a window stands afterwards: how many there are, and milliseconds as in {@link Decision.State}. */
    record Count(long requests, long reset, long refusedFor) {}

    /**
     * Who is there.
     *
     * @param generation changes when the store has to be told all again
     * @param complete whether it has been
     */
    record Gathering(String generation, int gateways, boolean complete) {}
}
