package io.frontdesk.generation.pool;

import java.time.Duration;
import java.util.List;

/**
 * A request to a model that needs a key.
 *
 * @param id of the request; one that waits asks again with the same
 * @param conversation which keeps to its key
 * @param candidates at least one
 * @param tokens that it takes at most, read and written
 * @param patience how long it may wait in all
 * @param goesOn whether it goes on with an answer that has begun, and so does not queue
 */
record PickRequest(
        String id, String conversation, List<Candidate> candidates, int tokens, Duration patience, boolean goesOn) {
    PickRequest {
        candidates = List.copyOf(candidates);
    }
}
