package io.frontdesk.ingestion.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/** Content for a client that reads it from the start again each time it repeats a try. */
final class Reopened implements ContentStreamProvider, AutoCloseable {
    private final Content content;
    private @Nullable InputStream opened;

    Reopened(Content content) {
        this.content = content;
    }

    @Override
    public InputStream newStream() {
        close();
        InputStream fresh = content.open();
        opened = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
