package io.frontdesk.generation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HitVerdictTest {
    private static final UUID RETURNS = Ids.next();
    private static final UUID REPAIRS = Ids.next();

    private final Answer given = answered(RETURNS, "You have 30 days [1].");

    @Test
    void isTheSameInOtherWords() {
        assertThat(verdict(answered(RETURNS, "Returns are free within 30 days, at any of 12 stores [2].")))
                .isEqualTo(HitVerdict.SAME);
        assertThat(verdict(answered(RETURNS, "Yes [1]."))).isEqualTo(HitVerdict.SAME);
    }

    @Test
    void isWrongWhereTheNewOneRefusesOrRestsOnSomethingElseOrNamesOtherNumbers() {
        assertThat(verdict(answer(Answer.Outcome.REFUSED, List.of(), "That I do not know.")))
                .isEqualTo(HitVerdict.WRONG);
        assertThat(verdict(answered(REPAIRS, "Repairs take 30 days [1]."))).isEqualTo(HitVerdict.WRONG);
        assertThat(verdict(answered(RETURNS, "You have 60 days [1]."))).isEqualTo(HitVerdict.WRONG);
    }

    @Test
    void isUnclearWhereThereIsNoWholeNewOne() {
        var failed = new AnswerEvent.Failed(Ids.next(), Map.of("type", "/problems/unavailable"));

        assertThat(HitVerdict.of(given, failed)).isEqualTo(HitVerdict.UNCLEAR);
    }

    private HitVerdict verdict(Answer anew) {
        return HitVerdict.of(given, new AnswerEvent.Completed(anew));
    }

    private static Answer answered(UUID document, String text) {
        return answer(Answer.Outcome.ANSWERED, List.of(new Citation(1, document, "Help", null, "…")), text);
    }

    private static Answer answer(Answer.Outcome outcome, List<Citation> citations, String text) {
        return new Answer(
                Ids.next(), text, outcome, citations, 0.9, Answer.Cache.MISS, "small", Ids.next(), Usage.NONE, null);
    }
}
