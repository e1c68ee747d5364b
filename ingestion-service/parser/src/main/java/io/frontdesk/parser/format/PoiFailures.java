package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.UnsupportedFileFormatException;

/** Finds what POI, or Tika around it, meant by an exception. */
final class PoiFailures {

    private PoiFailures() {}

    /** The reason that is known. */
    static ParseFailure of(Exception thrown) throws IOException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseFailure failure) {
                return failure; // what the sink threw, in wrappings
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.tika.exception.EncryptedDocumentException) {
                return ParseFailure.locked(thrown);
            }
            if (cause instanceof UnsupportedFileFormatException || says(cause, "Strict OOXML")) {
                return new ParseFailure(
                        FailureReason.UNSUPPORTED_TYPE,
                        "This variant of the document's format is not supported.",
                        thrown);
            }
            if (says(cause, "Zip bomb detected")) {
                return new ParseFailure(FailureReason.TOO_LARGE, "The document unfolds beyond all measure.", thrown);
            }
        }
        throw new IOException(thrown);
    }

    /** Some have no type of their own, only a message that begins with these words. */
    private static boolean says(Throwable thrown, String words) {
        return thrown.getMessage() != null && thrown.getMessage().startsWith(words);
    }
}
