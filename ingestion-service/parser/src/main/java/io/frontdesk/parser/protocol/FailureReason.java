package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a document could not be parsed. The codes are stable: they end up in dead letters and in the API. */
public enum FailureReason {
    /** No reader for this kind of document. */
    UNSUPPORTED_TYPE("unsupported_type"),
    /** The document has no bytes. */
    EMPTY("empty"),
    /** The document is not what it claims to be, or is broken. */
    CORRUPT("corrupt"),
    /** The document opens with a password only. */
    ENCRYPTED("encrypted"),
    /** The document was read and holds no text, as a scan does. */
    NO_TEXT("no_text"),
    /** Text or memory beyond the limit; decompression bombs too. */
    TOO_LARGE("too_large"),
    /** Not answered in time. Said by the client, which then ends the program. */
    TIMEOUT("timeout");

    private final String code;

    FailureReason(String code) {
        this.code = code;
    }

    /** The code as it stands on the wire. */
    @JsonValue
    public String code() {
        return code;
    }
}
