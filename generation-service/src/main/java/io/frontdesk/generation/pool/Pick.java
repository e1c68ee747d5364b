package io.frontdesk.generation.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a {@link PickRequest}. */
sealed interface Pick {
    /**
     * The key is this request's until it ends.
     *
     * @param second of the Redis clock, in which it counts
     * @param ofConversation whether the conversation was with this key before
     * @param counted whether all replicas know of it already
     */
    record Reserved(LlmKey key, String id, long second, int tokens, boolean ofConversation, boolean counted)
            implements Pick {}

    /** Others are before it, 0 where it is not known how many; it asks again soon. */
    record Waiting(int place) implements Pick {}

    /**
     * No key in time.
     *
     * @param delay until the first of the candidates may be used; null where nobody knows
     */
    record Exhausted(@Nullable Duration delay) implements Pick {}
}
