package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import org.jspecify.annotations.Nullable;

/** Why a document cannot be read, in words for the person who sent it. */
public final class ParseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;
    private final String explanation;

    public ParseFailure(FailureReason reason, String explanation) {
        this(reason, explanation, null);
    }

    public ParseFailure(FailureReason reason, String explanation, @Nullable Throwable cause) {
        super(explanation, cause);
        this.reason = reason;
        this.explanation = explanation;
    }

    /** The document opens with a password only. */
    public static ParseFailure locked(@Nullable Throwable cause) {
        return new ParseFailure(FailureReason.ENCRYPTED, "The document opens with a password only.", cause);
    }

    public FailureReason reason() {
        return reason;
    }

    /** The words for the person; holds nothing of the document. */
    public String explanation() {
        return explanation;
    }
}
