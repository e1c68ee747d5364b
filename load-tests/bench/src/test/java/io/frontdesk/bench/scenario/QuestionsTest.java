package io.frontdesk.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final Questions questions = Questions.load();

    @Test
    void areManyAndAllDifferent() {
        assertThat(questions.all()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }

    @Test
    void neverRepeatWhenTheyMustNot() {
        assertThat(taken(questions.unrepeated(7), 10_000)).doesNotHaveDuplicates();
        assertThat(questions.unrepeated(7).get()).isEqualTo(questions.all().getFirst() + " My order number is 7.");
    }

    @Test
    void comeRoundAgainWhenTheyMay() {
        var twice = taken(questions.repeated(), 2 * questions.all().size());

        assertThat(new HashSet<>(twice)).hasSameSizeAs(questions.all());
    }

    @Test
    void becomeJsonWhateverTheyHold() {
        var request = Bodies.post("/echo", java.util.Map.of(), "query", () -> "a \"quoted\"\nline")
                .get();

        assertThat(request.body()).isEqualTo("{\"query\":\"a \\\"quoted\\\"\\nline\"}");
        assertThat(request.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void knowAnAnswerThatCameFromACache() {
        assertThat(AnswerScenario.isUncachedAnswer("{\"answer\":\"…\",\"cache\":\"miss\"}"))
                .isTrue();
        assertThat(AnswerScenario.isUncachedAnswer("{\"answer\":\"…\",\"cache\":\"hit\"}"))
                .isFalse();
    }

    private static java.util.List<String> taken(Supplier<String> supplier, int count) {
        return Stream.generate(supplier).limit(count).toList();
    }
}
