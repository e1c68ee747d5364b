package io.frontdesk.generation.llm;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model did not answer, or not to the end. Carries no text of the provider's, which may hold the prompt. */
public final class LlmFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened, by what may be done about it. */
    public enum Kind {
        /** 401, 403: the key is not accepted. */
        KEY_REFUSED,
        /** 429. */
        RATE_LIMITED,
        /** Any other 4xx. */
        REQUEST_REFUSED,
        /** 5xx, or an error in place of tokens. */
        PROVIDER_FAILED,
        UNREACHABLE,
        TIMEOUT,
        /** The stream ended without saying that it was at its end. */
        CUT,
        /** No key may be used. */
        EXHAUSTED;

        /** As a label of metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    LlmFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    LlmFailure(Kind kind, String message, @Nullable Duration retryAfter) {
        this(kind, message, retryAfter, null);
    }

    private LlmFailure(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(kind.label() + ": " + message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The model says that it is done, and has said nothing. */
    public static LlmFailure nothingSaid() {
        return new LlmFailure(Kind.PROVIDER_FAILED, "an empty answer");
    }

    /**
     * No key may be used.
     *
     * @param last failure of one that was
     * @param retryAfter when the first may be; null where nobody knows
     */
    public static LlmFailure exhausted(@Nullable LlmFailure last, @Nullable Duration retryAfter) {
        String message =
                last == null ? "all keys rest or are at their limits" : "all keys failed, the last by " + last.kind;
        return new LlmFailure(Kind.EXHAUSTED, message, retryAfter, last);
    }

    static LlmFailure ofStatus(int status, @Nullable Duration retryAfter) {
        Kind kind =
                switch (status) {
                    case 401, 403 -> Kind.KEY_REFUSED;
                    case 429 -> Kind.RATE_LIMITED;
                    default -> status < 500 ? Kind.REQUEST_REFUSED : Kind.PROVIDER_FAILED;
                };
        return new LlmFailure(kind, "status " + status, retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    /** After which the provider wants to be asked again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
