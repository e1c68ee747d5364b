package io.frontdesk.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientRequest;
import org.jspecify.annotations.Nullable;

/**
 * One try to get an answer, which can be given up from outside. Connecting and giving up may happen on different threads.
 */
final class Attempt {
    private final Budget budget;
    private @Nullable HttpClientRequest outgoing;
    private boolean abandoned;

    /** @param budget what it shares with the other tries */
    Attempt(Budget budget) {
        this.budget = budget;
    }

    /**
     * The call, which is not cut off where its caller cancels: a connection that comes later would be lost, and the instance count as
     * busy for ever. {@link #abandon} ends it.
     */
    static <T> Uni<T> toItsEnd(Uni<T> call) {
        return Uni.createFrom().emitter(caller -> call.subscribe().with(caller::complete, caller::fail));
    }

    Budget budget() {
        return budget;
    }

    /** A request to an instance has begun. */
    synchronized void began(HttpClientRequest request) {
        outgoing = request;
        // What breaks it is reported by its response; Vert.x logs what nobody handles.
        request.exceptionHandler(e -> {});
        if (abandoned) {
            request.reset();
        }
    }

    /** Nobody waits for the answer any more. */
    synchronized void abandon() {
        abandoned = true;
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }
}
