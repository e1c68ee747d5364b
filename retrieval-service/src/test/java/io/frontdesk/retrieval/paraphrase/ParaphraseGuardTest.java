package io.frontdesk.retrieval.paraphrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParaphraseGuardTest {
    private final ParaphraseGuard guard = new ParaphraseGuard();

    @ParameterizedTest
    @ValueSource(strings = {"pairs.txt", "later-pairs.txt"})
    void provesNothingWrongAndMostOfWhatIsTheSame(String list) {
        List<PairList.Pair> pairs = PairList.read(list);

        assertThat(pairs.stream().filter(pair -> !pair.isSame()))
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(pair -> assertThat(judge(pair)).isNotEqualTo(Verdict.SAME));
        List<PairList.Pair> same = pairs.stream().filter(PairList.Pair::isSame).toList();
        assertThat(same.stream().filter(pair -> judge(pair) == Verdict.SAME).count())
                .isGreaterThanOrEqualTo(same.size() / 2);
    }

    private Verdict judge(PairList.Pair pair) {
        return guard.judge(pair.one(), pair.other());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs.txt", "later-pairs.txt"})
    void judgesAlikeInBothDirections(String list) {
        for (PairList.Pair pair : PairList.read(list)) {
            assertThat(guard.judge(pair.other(), pair.one()) == Verdict.SAME)
                    .as(pair.toString())
                    .isEqualTo(judge(pair) == Verdict.SAME);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        Kann ich das nach 30 Tagen umtauschen?, LANGUAGE
        laptop battery charger, LANGUAGE
        How can I return it within 30 days?, ASKED
        Can I return it within 60 days?, NUMBERS
        Can I not return it within 30 days?, NEGATION
        Can I return them within 30 days?, WORDS
        Am I allowed to return it within thirty days?, SAME\
        """)
    void saysWhyNot(String other, Verdict verdict) {
        assertThat(guard.judge("Can I return it within 30 days?", other)).isEqualTo(verdict);
    }
}
