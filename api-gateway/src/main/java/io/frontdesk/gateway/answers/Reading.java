package io.frontdesk.gateway.answers;

/** How a caller reads an answer. */
public enum Reading {
    /** As it comes. The rest can be read elsewhere, so that the answer outlives the call, and no deadline of it ends the answer. */
    RESUMABLE,
    /** As it comes, in this call alone. */
    STREAMED,
    /** All at once, so that there is a time by which it has to be there. */
    WHOLE,
    /** The same, before anybody waits for it, so that whoever does goes first. */
    BEFOREHAND;

    boolean isWhole() {
        return this == WHOLE || this == BEFOREHAND;
    }
}
