package io.frontdesk.gateway.idempotency;

import io.smallrye.mutiny.Uni;

/** Where it is decided for all gateways who does what was asked for. */
interface ClaimStore {
    /**
     * Claims it.
     *
     * @param holder names the request that does it
     * @param fingerprint of the request, empty where that is not known yet
     */
    Uni<Held> claim(Claim claim, String holder, String fingerprint);

    /** Holds it for another lease. */
    Uni<Void> renew(Claim claim, String holder);

    /** Keeps the response, unless the claim was lost to another request. */
    Uni<Void> keep(Claim claim, String holder, String fingerprint, String response);

    /** Gives it up, also where its response is kept: the next request does it anew. */
    Uni<Void> release(Claim claim, String holder);

    /** Who holds a claim. */
    sealed interface Held {
        /** The request that asks. */
        record Ours() implements Held {}

        /**
         * Another, which is at it.
         *
         * @param fingerprint empty where it is not known yet
         */
        record Theirs(String fingerprint) implements Held {}

        /** Nobody any more: it is done. */
        record Done(String holder, String fingerprint, String response) implements Held {}
    }
}
