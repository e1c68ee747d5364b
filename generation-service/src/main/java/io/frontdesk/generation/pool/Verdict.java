package io.frontdesk.generation.pool;

import io.frontdesk.generation.llm.LlmFailure;
import java.util.Locale;

/** What a request that ended says about its key. */
enum Verdict {
    SUCCESS,
    /** Counts to the breaker. */
    FAILURE,
    /** The provider does not accept the key: an operator has to look. */
    REFUSED,
    /** Nothing: the client went away, or the request was at fault. */
    NONE;

    static Verdict of(LlmFailure.Kind kind) {
        return switch (kind) {
            case KEY_REFUSED -> REFUSED;
            case RATE_LIMITED, PROVIDER_FAILED, UNREACHABLE, TIMEOUT, CUT -> FAILURE;
            case REQUEST_REFUSED, EXHAUSTED -> NONE;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
