package io.frontdesk.generation.pool;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps who may use which key, and when. */
interface PickStore {
    /** Picks by rung, priority, health and what is left; a conversation keeps its key as long as that may be used. */
    Uni<Pick> pick(PickRequest request);

    /** Gives back what was not taken. */
    Uni<Void> end(End end);

    /** One who waited has gone. */
    Uni<Void> leave(String id);

    /** How keys stand, in the order given. */
    Uni<KeyStates> states(List<LlmKey> keys);

    /** Closes a key's breaker, and takes it in again where it was out. */
    Uni<Void> reset(String alias);
}
