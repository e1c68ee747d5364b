package io.frontdesk.generation.failure;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why there is no answer. */
public abstract sealed class AnswerError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AnswerError(@Nullable Throwable cause) {
        super(cause);
    }

    /** As it is told to the caller. */
    public Problem problem() {
        return switch (this) {
            case KnowledgeUnavailable e ->
                Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The documents cannot be searched at the moment; nothing was answered");
            case KnowledgeSlow e ->
                Problem.of(ProblemType.TIMEOUT, "The documents could not be searched in time; nothing was answered");
            case SearchRefused e ->
                Problem.of(ProblemType.UPSTREAM_FAILED, "The search did not accept the question; nothing was answered");
            case LogUnavailable e ->
                Problem.of(ProblemType.UNAVAILABLE, "Answers under way cannot be read at the moment; ask again");
            case UnknownConversation e ->
                Problem.of(ProblemType.NOT_FOUND, "You have no such conversation, or it was too long ago")
                        .with("field", "conversation_id");
            case ConversationUnavailable e ->
                Problem.of(ProblemType.UNAVAILABLE, "Conversations cannot be read at the moment; ask again");
            case SettingsChanged e ->
                Problem.of(ProblemType.CONFLICT, "The settings in force are of version " + e.version)
                        .with("field", "version");
            case StateUnavailable e ->
                Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The change is kept, but could not be told to all replicas; ask for it again");
            case ModelsUnavailable e -> e.unavailable();
            case Unknown e ->
                Problem.of(ProblemType.NOT_FOUND, "You have no such answer, or it was given too long ago");
        };
    }

    /** No instance of the retrieval-service can be asked. */
    public static final class KnowledgeUnavailable extends AnswerError {
        private static final long serialVersionUID = 1L;

        public KnowledgeUnavailable(Throwable cause) {
            super(cause);
        }
    }

    /** The retrieval-service takes too long. */
    public static final class KnowledgeSlow extends AnswerError {
        private static final long serialVersionUID = 1L;

        public KnowledgeSlow(Throwable cause) {
            super(cause);
        }
    }

    /** The retrieval-service refuses the search; asking again would not help. */
    public static final class SearchRefused extends AnswerError {
        private static final long serialVersionUID = 1L;

        public SearchRefused(Throwable cause) {
            super(cause);
        }
    }

    /** The log of answers cannot be read. */
    public static final class LogUnavailable extends AnswerError {
        private static final long serialVersionUID = 1L;

        public LogUnavailable(Throwable cause) {
            super(cause);
        }
    }

    /** There is no such conversation, it is another's, or too long ago. */
    public static final class UnknownConversation extends AnswerError {
        private static final long serialVersionUID = 1L;

        public UnknownConversation() {
            super(null);
        }
    }

    /** Whose a conversation is cannot be told at the moment. */
    public static final class ConversationUnavailable extends AnswerError {
        private static final long serialVersionUID = 1L;

        public ConversationUnavailable(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /** The settings are no longer those that were to be changed. */
    public static final class SettingsChanged extends AnswerError {
        private static final long serialVersionUID = 1L;
        private final long version;

        /** @param version that is in force */
        public SettingsChanged(long version) {
            super(null);
            this.version = version;
        }
    }

    /** The Redis that holds the state of tenants does not answer. */
    public static final class StateUnavailable extends AnswerError {
        private static final long serialVersionUID = 1L;

        public StateUnavailable(Throwable cause) {
            super(cause);
        }
    }

    /** No language model can be asked, and the tenant wants no quoted sentences in its place. */
    public static final class ModelsUnavailable extends AnswerError {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        /** @param retryAfter when one may be asked again; null where nobody knows */
        public ModelsUnavailable(Throwable cause, @Nullable Duration retryAfter) {
            super(cause);
            this.retryAfter = retryAfter;
        }

        /** {@code retry_after} are seconds, rounded up: the edge makes a header of it. */
        private Problem unavailable() {
            Problem problem = Problem.of(
                    ProblemType.UNAVAILABLE, "No language model can be asked at the moment; nothing was answered");
            return retryAfter == null
                    ? problem
                    : problem.with(Problem.RETRY_AFTER, Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1_000)));
        }
    }

    /** There is no such answer, it is another's, or its log is gone. */
    public static final class Unknown extends AnswerError {
        private static final long serialVersionUID = 1L;

        public Unknown() {
            super(null);
        }
    }
}
