package io.frontdesk.ingestion.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Bodies as they are sent, and what they hold. */
final class Bodies {
    private Bodies() {}

    static boolean isGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    }

    /**
     * What a body compressed with gzip holds; empty where that is more than allowed. No more than that is ever in memory.
     *
     * @throws IOException where it is none
     */
    static Optional<byte[]> gunzip(byte[] body, int maxBytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] content = in.readNBytes(maxBytes + 1);
            return content.length > maxBytes ? Optional.empty() : Optional.of(content);
        }
    }
}
