package io.frontdesk.parser;

import io.frontdesk.parser.format.BlockSink;
import io.frontdesk.parser.format.EmbeddedDocument;
import io.frontdesk.parser.format.EmbeddedReader;
import io.frontdesk.parser.format.ParseFailure;
import io.frontdesk.parser.protocol.FailureReason;

/** The documents within one document: how deep they may lie, how many there may be, and how large they are together. */
final class Nesting implements EmbeddedReader {

    /** A mail that forwards a mail with an archive of documents with documents in them. */
    static final int MAX_DEPTH = 5;

    static final int MAX_DOCUMENTS = 1_000;

    static final long MAX_BYTES = 512L * 1024 * 1024;

    private final EmbeddedReader documents;
    private int depth;
    private int count;
    private long bytes;

    Nesting(EmbeddedReader documents) {
        this.documents = documents;
    }

    @Override
    public void read(EmbeddedDocument document, BlockSink sink) {
        count++;
        bytes += document.bytes().length;
        require(depth < MAX_DEPTH, "Documents within the document are nested more than " + MAX_DEPTH + " deep.");
        require(count <= MAX_DOCUMENTS, "The document holds more than " + MAX_DOCUMENTS + " others.");
        require(bytes <= MAX_BYTES, "The documents within the document are larger than " + MAX_BYTES + " bytes.");
        depth++;
        try {
            documents.read(document, sink);
        } finally {
            depth--;
        }
    }

    private static void require(boolean within, String explanation) {
        if (!within) {
            throw new ParseFailure(FailureReason.TOO_LARGE, explanation);
        }
    }
}
