package io.frontdesk.parser.format;

/** Reads documents that stand within the one that is being read, whatever their format. */
@FunctionalInterface
public interface EmbeddedReader {

    /**
     * Puts the text of the inner document into the sink.
     *
     * @throws ParseFailure when it cannot be read; {@code TOO_LARGE} when the outer document is to fail for it
     */
    void read(EmbeddedDocument document, BlockSink sink);
}
