package io.frontdesk.ingestion.parse;

/** The parser program ended without an answer. */
public final class ParserDied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParserDied(String message, Throwable cause) {
        super(message, cause);
    }
}
