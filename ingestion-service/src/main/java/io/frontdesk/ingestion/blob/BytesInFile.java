package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Multi;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that was uploaded: the HTTP server has put it into a file. */
final class BytesInFile implements Content {
    private static final OpenOptions TO_READ =
            new OpenOptions().setRead(true).setWrite(false).setCreate(false);

    private final Vertx vertx;
    private final Path file;
    private final long size;

    BytesInFile(Vertx vertx, Path file, long size) {
        this.vertx = vertx;
        this.file = file;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Multi<Buffer> pieces() {
        return vertx.fileSystem().open(file.toString(), TO_READ).onItem().transformToMulti(BytesInFile::pieces);
    }

    private static Multi<Buffer> pieces(AsyncFile opened) {
        return opened.setReadBufferSize(PIECE_BYTES).toMulti().onTermination().call(opened::close);
    }

    @Override
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
