package io.frontdesk.kit.paging;

import io.frontdesk.contracts.InvalidField;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Where a page of a list ended, as callers carry it: numbers, opaque, and of no use for anything else. */
public final class Cursor {
    private Cursor() {}

    public static String of(long... place) {
        ByteBuffer bytes = ByteBuffer.allocate(place.length * Long.BYTES);
        bytes.asLongBuffer().put(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads one of so many numbers.
     *
     * @throws InvalidField where it is none
     */
    public static long[] parse(String text, int numbers) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == numbers * Long.BYTES) {
                var place = new long[numbers];
                bytes.asLongBuffer().get(place);
                return place;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that fit the caller.
        }
        throw unknown();
    }

    /** What is wrong with one that no page has had. */
    public static InvalidField unknown() {
        return new InvalidField("cursor", "must be the next_cursor of an earlier page");
    }
}
