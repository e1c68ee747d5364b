package io.frontdesk.parser.format;

import java.io.IOException;

/** Reads documents of one format. Used by one thread at a time. */
@FunctionalInterface
public interface FormatReader {

    /**
     * Puts the document's text into the sink, in reading order.
     *
     * @throws ParseFailure where the reason is known
     * @throws IOException when the document is broken
     */
    void read(byte[] document, BlockSink sink) throws IOException;
}
