package io.frontdesk.generation.pool;

import dev.langchain4j.model.output.FinishReason;
import io.frontdesk.contracts.answers.Usage;

/** What comes of the pool: a place in the queue, the key, tokens, then one end. Where a key fails midway, another key comes. */
public sealed interface PoolPart {
    /** Others are before this answer; told when the place changes. */
    record Waiting(int place) implements PoolPart {}

    /**
     * A key writes from now on.
     *
     * @param ofConversation whether it is the one of the conversation's question before
     */
    record Picked(String alias, String provider, String model, boolean ofConversation) implements PoolPart {}

    record Token(String text) implements PoolPart {}

    /** The model is done. */
    record End(FinishReason reason, String model, Usage usage) implements PoolPart {}

    /** The model fell silent midway, and no other one could go on. */
    record BrokenOff(String model, Usage usage) implements PoolPart {}
}
