package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.stream.IntStream;

/** A document that came as JSON. */
final class BytesInMemory implements Content {
    private final byte[] bytes;

    BytesInMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public Multi<Buffer> pieces() {
        Buffer all = Buffer.buffer(bytes);
        int count = Math.ceilDiv(bytes.length, PIECE_BYTES);
        return Multi.createFrom()
                .items(() -> IntStream.range(0, count).boxed())
                .map(piece -> all.slice(piece * PIECE_BYTES, Math.min(bytes.length, (piece + 1) * PIECE_BYTES)));
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
