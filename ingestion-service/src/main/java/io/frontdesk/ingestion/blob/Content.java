package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.InputStream;
import java.nio.file.Path;

/** The bytes of an original, which may be read several times and need not all be in memory at once. */
public interface Content {
    /** The most bytes that a piece has: small beside the heap, large beside what a statement costs. */
    int PIECE_BYTES = 256 * 1024;

    long size();

    /** All of it from the start, one piece for each that is asked for. */
    Multi<Buffer> pieces();

    /** All of it from the start, for those who may block. */
    InputStream open();

    /** Bytes that are in memory anyway. */
    static Content of(byte[] bytes) {
        return new BytesInMemory(bytes);
    }

    /** A file, which must stay until the content has been stored. */
    static Content of(Vertx vertx, Path file, long size) {
        return new BytesInFile(vertx, file, size);
    }
}
