package io.frontdesk.ingestion.parse;

import io.smallrye.mutiny.Uni;

/** Reads documents. */
public interface Parser {
    /** Fails with {@link ParseRefused} where the document cannot be read, and {@link ParserDied} where it may be another time. */
    Uni<ParsedDocument> parse(ParseJob job);
}
