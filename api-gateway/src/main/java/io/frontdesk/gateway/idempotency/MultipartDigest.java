package io.frontdesk.gateway.idempotency;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a multipart body (RFC 2046) as it comes, whatever its boundary is: clients make up a new one each time, also where they
 * repeat a request.
 */
final class MultipartDigest {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,]{1,70})");
    private static final byte MARK = 0;

    private final MessageDigest digest;
    private final byte[] boundary;
    private byte[] tail = {};

    /**
     * Nothing so far.
     *
     * @param digest of what comes before the body
     * @param contentType which says what the boundary is
     */
    MultipartDigest(MessageDigest digest, @Nullable String contentType) {
        this.digest = digest;
        Matcher named = BOUNDARY.matcher(contentType == null ? "" : contentType);
        this.boundary = ("--" + (named.find() ? named.group(1).strip() : "")).getBytes(StandardCharsets.ISO_8859_1);
    }

    void add(Buffer part) {
        byte[] bytes = Arrays.copyOf(tail, tail.length + part.length());
        part.getBytes(bytes, tail.length);
        int from = 0;
        for (int at = find(bytes, from); at >= 0; at = find(bytes, from)) {
            digest.update(bytes, from, at - from);
            digest.update(MARK);
            from = at + boundary.length;
        }
        // The boundary may begin in what is left, and end in what comes next.
        int whole = Math.max(from, bytes.length - boundary.length + 1);
        digest.update(bytes, from, whole - from);
        tail = Arrays.copyOfRange(bytes, whole, bytes.length);
    }

    private int find(byte[] bytes, int from) {
        for (int at = from; at <= bytes.length - boundary.length; at++) {
            if (Arrays.equals(bytes, at, at + boundary.length, boundary, 0, boundary.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The digest, once all has come. */
    byte[] end() {
        digest.update(tail);
        return digest.digest();
    }
}
