package io.frontdesk.generation.writing;

import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.NEAR;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.frontdesk.generation.Passages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Settings;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.WithoutPassages;
import io.frontdesk.generation.steps.Steps;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusingWriterTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RefusingWriter writer = new RefusingWriter();
    private final Steps steps = Steps.begin();

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "TICKET"})
    void saysTheTenantsWords(WithoutPassages wanted) {
        Answer answer = last(writer.write(draft(wanted), List.of(RETURNS)));

        assertThat(answer.answer()).isEqualTo(Settings.FALLBACK);
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
        assertThat(decision()).isEqualTo(wanted == WithoutPassages.REFUSE ? "refuse" : "ticket");
    }

    @Test
    void asksForWhatComesNearEachSubjectOnce() {
        List<Passage> nearest = List.of(
                RETURNS,
                RETURNS,
                passage("A", "H", NEAR, "text"),
                passage("Bb ".repeat(40), "H", NEAR, "text"),
                passage("C", "H", NEAR, "text"));

        Answer answer = last(writer.write(draft(WithoutPassages.CLARIFY), nearest));

        assertThat(answer.answer())
                .isEqualTo(Settings.FALLBACK + "\n\nIs it about one of these?\n- Returns and refunds\n- A\n- "
                        + "Bb ".repeat(26) + "Bb\u2026");
        assertThat(decision()).isEqualTo("clarify");
    }

    @Test
    void asksForNothingWhereNothingComesNear() {
        Answer answer = last(writer.write(draft(WithoutPassages.CLARIFY), List.of(passage("A", "H", FOREIGN, "text"))));

        assertThat(answer.answer()).isEqualTo(Settings.FALLBACK);
    }

    @Test
    void notesWhatIsForAHuman() {
        Answer answer = last(writer.escalate(draft(WithoutPassages.CLARIFY)));

        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
        assertThat(decision()).isEqualTo("escalate");
    }

    private Draft draft(WithoutPassages wanted) {
        AnswerSettings settings = Settings.limited(List.of(), 100, wanted);
        return new Draft(Ids.next(), Ids.next(), "Why?", List.of(), settings, History.NONE, steps);
    }

    private Object decision() {
        return steps.done().getLast().found().getOrDefault("decision", "none");
    }

    private static Answer last(Multi<AnswerEvent> events) {
        return ((AnswerEvent.Completed)
                        events.collect().asList().await().atMost(LIMIT).getLast())
                .answer();
    }
}
