package io.frontdesk.contracts.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerEventTest {
    static List<AnswerEvent> oneOfEach() {
        var id = Ids.next();
        var answer = new Answer(
                id, "", Answer.Outcome.REFUSED, List.of(), 0, Answer.Cache.MISS, "extractive", id, Usage.NONE, null);
        return List.of(
                new AnswerEvent.Started(id, id),
                new AnswerEvent.Searching(),
                new AnswerEvent.Delta(""),
                new AnswerEvent.Waiting(3),
                new AnswerEvent.Cited(new Citation(1, id, "", null, "")),
                new AnswerEvent.Completed(answer),
                new AnswerEvent.Incomplete(AnswerEvent.Incomplete.Reason.LENGTH, answer),
                new AnswerEvent.Failed(id, Map.of()),
                new AnswerEvent.Escalated(answer));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void isFoundByItsName(AnswerEvent event) {
        assertThat(AnswerEvent.typeOf(event.name())).contains(event.getClass());
    }

    @ParameterizedTest
    @MethodSource("permittedRecords")
    void hasAName(Class<?> event) {
        assertThat(oneOfEach()).anyMatch(event::isInstance);
    }

    static List<Class<?>> permittedRecords() {
        return java.util.stream.Stream.of(AnswerEvent.class, AnswerEvent.Terminal.class)
                .flatMap(type -> java.util.Arrays.stream(type.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .toList();
    }
}
