package io.frontdesk.contracts.reuse;

import org.jspecify.annotations.Nullable;

/**
 * Whether an offered answer is kept. One that is not must not be put into any cache.
 *
 * @param reason why not
 */
public record OfferReply(boolean stored, @Nullable Reason reason) {
    public static final OfferReply STORED = new OfferReply(true, null);

    public enum Reason {
        /** The tenant's knowledge is no longer what was searched. */
        KNOWLEDGE_CHANGED,
        /** A chunk is gone, or the caller may not see it. */
        CHUNK_NOT_VISIBLE,
        /** Vectors of another embedding model are searched now. */
        MODEL_CHANGED,
        /** Answers are not kept here. */
        SWITCHED_OFF
    }

    public static OfferReply refused(Reason reason) {
        return new OfferReply(false, reason);
    }
}
