package io.frontdesk.generation.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidTest {
    private static final Citation ONE = new Citation(1, Ids.next(), "Returns", null, "30 days");
    private static final Citation TWO = new Citation(2, Ids.next(), "Repairs", null, "48 hours");
    private static final AnswerEvent END = new AnswerEvent.Failed(null, Map.of());

    @Test
    void leavesOutWhatIsSaidWhereverItBrokeOff() {
        var said = new Said("Within 30 days. [1]\n\nA rep", List.of(ONE));

        var rest = rest(
                said,
                new AnswerEvent.Delta("Within 30 days."),
                new AnswerEvent.Delta(" [1]"),
                new AnswerEvent.Cited(ONE),
                new AnswerEvent.Delta("\n\nA repair takes 48 hours."),
                new AnswerEvent.Delta(" [2]"),
                new AnswerEvent.Cited(TWO),
                END);

        assertThat(rest.awaitCompletion().getItems())
                .containsExactly(
                        new AnswerEvent.Delta("air takes 48 hours."),
                        new AnswerEvent.Delta(" [2]"),
                        new AnswerEvent.Cited(TWO),
                        END);
    }

    @Test
    void tellsACitationThatIsMissing() {
        var said = new Said("Within 30 days. [1]", List.of());

        var rest = rest(said, new AnswerEvent.Delta("Within 30 days. [1]"), new AnswerEvent.Cited(ONE), END);

        assertThat(rest.awaitCompletion().getItems()).containsExactly(new AnswerEvent.Cited(ONE), END);
    }

    @Test
    void failsWhereSomethingElseIsSaid() {
        var said = new Said("Within 30 days.", List.of());

        rest(said, new AnswerEvent.Delta("Within 45"), END).assertFailedWith(CannotGoOn.class);
        rest(said, new AnswerEvent.Delta("Within"), END).assertFailedWith(CannotGoOn.class);
    }

    private static AssertSubscriber<AnswerEvent> rest(Said said, AnswerEvent... again) {
        return said.leftOutOf(Multi.createFrom().items(again)).subscribe().withSubscriber(AssertSubscriber.create(100));
    }
}
