package io.frontdesk.contracts.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a question is answered, in order:
 *
 * <pre>
 * started -> [searching -> waiting*] -> (delta | citation)* -> completed | incomplete | failed | escalated
 * </pre>
 *
 * What needs no document is not searched for. Exactly one {@link Terminal} event ends every answer; a stream without one was cut, and is not finished.
 */
public sealed interface AnswerEvent {
    /** The event's name on the wire. */
    String name();

    record Started(UUID id, UUID conversationId) implements AnswerEvent {
        @Override
        public String name() {
            return "answer.started";
        }
    }

    record Searching() implements AnswerEvent {
        @Override
        public String name() {
            return "answer.searching";
        }
    }

    /**
     * All keys of language models are at their limits, and others were before this question; told again when its place changes.
     *
     * @param place in the queue, from 1
     */
    record Waiting(int place) implements AnswerEvent {
        @Override
        public String name() {
            return "answer.waiting";
        }
    }

    /** More of the text, to be appended. */
    record Delta(String text) implements AnswerEvent {
        @Override
        public String name() {
            return "answer.delta";
        }
    }

    record Cited(Citation citation) implements AnswerEvent {
        @Override
        public String name() {
            return "answer.citation";
        }
    }

    /** The last event of an answer. */
    sealed interface Terminal extends AnswerEvent {}

    record Completed(Answer answer) implements Terminal {
        @Override
        public String name() {
            return "answer.completed";
        }
    }

    /** The text breaks off; what there is of it is in {@code answer}. */
    record Incomplete(Reason reason, Answer answer) implements Terminal {
        @Override
        public String name() {
            return "answer.incomplete";
        }

        public enum Reason {
            /** The provider's stream was cut. */
            UPSTREAM_CUT,
            /** The model reached its limit of tokens. */
            LENGTH,
            /** The provider, or the guard on what models say, withheld the rest. */
            CONTENT_FILTER,
            /** Whoever wrote it died, and nobody could go on from there. */
            INTERRUPTED,
            /** Nobody listened any more. */
            ABANDONED;

            /** Whether it was to go on, so that what there is of it is no answer to who has not seen it grow. */
            public boolean isFailure() {
                return switch (this) {
                    case LENGTH, CONTENT_FILTER -> false;
                    case UPSTREAM_CUT, INTERRUPTED, ABANDONED -> true;
                };
            }
        }
    }

    /** There is no answer, and no id where it failed before it began. {@code problem} is a problem document (RFC 9457). */
    record Failed(@Nullable UUID id, Map<String, Object> problem) implements Terminal {
        @Override
        public String name() {
            return "answer.failed";
        }
    }

    /** A human takes over; the ticket is named in the answer. */
    record Escalated(Answer answer) implements Terminal {
        @Override
        public String name() {
            return "answer.escalated";
        }
    }

    /** What tells an answer that is at hand, after its {@link Started}. */
    static List<AnswerEvent> telling(Answer answer) {
        List<AnswerEvent> events = new ArrayList<>();
        events.add(new Delta(answer.answer()));
        answer.citations().forEach(citation -> events.add(new Cited(citation)));
        events.add(new Completed(answer));
        return List.copyOf(events);
    }

    /** The record that carries the data of an event of this name; empty for a name that this version does not know. */
    static Optional<Class<? extends AnswerEvent>> typeOf(String name) {
        return Optional.ofNullable(Types.BY_NAME.get(name));
    }

    /** Names beside records, since a record's name can be asked of an instance only. */
    final class Types {
        private static final Map<String, Class<? extends AnswerEvent>> BY_NAME = Stream.of(
                        Map.entry("answer.started", Started.class),
                        Map.entry("answer.searching", Searching.class),
                        Map.entry("answer.waiting", Waiting.class),
                        Map.entry("answer.delta", Delta.class),
                        Map.entry("answer.citation", Cited.class),
                        Map.entry("answer.completed", Completed.class),
                        Map.entry("answer.incomplete", Incomplete.class),
                        Map.entry("answer.failed", Failed.class),
                        Map.entry("answer.escalated", Escalated.class))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

        private Types() {}
    }
}
