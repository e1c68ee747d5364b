package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where it is decided for all gateways. */
interface AdmissionStore {
    /** Decides over requests; where not all are let in, the first are. */
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
     * Requests of one subject.
     *
     * @param requests how many; all windows have to let one in, or none counts it
     * @param withinShare how many of them this gateway would let in by itself, which matters as long as the store has not been told
     *     all
     * @param unheard whether this gateway could not say last time that it is there, and the store may not have been told all
     * @param grant whose tenant's standing is read, where it is known
     */
    record Question(List<Told> windows, int requests, int withinShare, boolean unheard, Optional<TokenGrant> grant) {}

    /**
     * What was decided.
     *
     * @param complete whether the store has been told all; else this gateway's share decided as well
     * @param admitted how many of the requests
     * @param at milliseconds of the store's clock
     */
    record Reply(boolean complete, int admitted, long at, List<Count> counts, Optional<TenantStanding> standing) {
        /** For one of those that were admitted, whom no window has wait. */
        Reply ofAdmitted() {
            List<Count> free = counts.stream()
                    .map(count -> new Count(count.requests(), count.reset(), 0))
                    .toList();
            return new Reply(complete, 1, at, free, standing);
        }

        /** For one of those that were not. */
        Reply ofRefused() {
            return new Reply(complete, 0, at, counts, standing);
        }
    }

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
