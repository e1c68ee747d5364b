package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.InvalidField;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a page of a list ended, as callers carry it: opaque, and of no use for anything else. */
record Cursor(UUID last) {
    /**
     * Reads it.
     *
     * @throws InvalidField where it is none
     */
    static Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == 2 * Long.BYTES) {
                return new Cursor(new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that fit the caller.
        }
        throw new InvalidField("cursor", "must be the next_cursor of an earlier page");
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
