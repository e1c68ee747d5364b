package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.smallrye.mutiny.Multi;
import java.util.List;

/** What readers have been told of an answer. */
public record Said(String text, List<Citation> citations) {
    public static final Said NOTHING = new Said("", List.of());

    public Said {
        citations = List.copyOf(citations);
    }

    /** What the same answer has beyond this. Fails with {@link CannotGoOn} where it is not the same. */
    public Multi<AnswerEvent> leftOutOf(Multi<AnswerEvent> answer) {
        return Multi.createFrom().deferred(() -> {
            var rest = new Rest();
            return answer.onItem().transformToIterable(rest::of);
        });
    }

    private final class Rest {
        private int passed;

        private List<AnswerEvent> of(AnswerEvent event) {
            return switch (event) {
                case AnswerEvent.Delta(String more) -> beyond(more);
                case AnswerEvent.Cited(Citation citation) ->
                    passed < text.length() || citations.contains(citation) ? List.of() : List.of(event);
                case AnswerEvent.Terminal end -> {
                    require(passed == text.length());
                    yield List.of(end);
                }
                default -> List.of(event);
            };
        }

        private List<AnswerEvent> beyond(String more) {
            int same = Math.min(more.length(), text.length() - passed);
            require(text.startsWith(more.substring(0, same), passed));
            passed += same;
            return same == more.length() ? List.of() : List.of(new AnswerEvent.Delta(more.substring(same)));
        }
    }

    private static void require(boolean same) {
        if (!same) {
            throw new CannotGoOn();
        }
    }
}
