package io.frontdesk.gateway.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What a request asks for, and how its response of type {@code T} is kept. */
interface Work<T> {
    Payload payload();

    /** Does it. */
    Uni<T> begin();

    /** What a repeated request is told; empty where it is to be done anew then. */
    Optional<KeptResponse> kept(T response);

    /** The response as it was. */
    Uni<T> again(KeptResponse kept);

    /** The response, which calls back where what follows its head fails. */
    T watched(T response, Runnable failed);

    /** Ends a response that nobody is there to take. */
    void discard(T response);

    /** What a request brings. */
    interface Payload {
        /** The digest; empty as long as it has not been read to its end. */
        Optional<byte[]> digest();

        /** The same, after reading to the end what nothing is done with. */
        Uni<byte[]> readWhole();
    }
}
