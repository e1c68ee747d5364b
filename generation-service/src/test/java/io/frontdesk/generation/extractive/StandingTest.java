package io.frontdesk.generation.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void measuresEachPassageByTheBest() {
        assertThat(Standing.of(scored(0.02, 0.04, 0.01)).shares()).containsExactly(0.5, 1.0, 0.25);
    }

    @Test
    void takesAsManyDocumentsAsAnAnswerJoinsForNoCrowd() {
        assertThat(Standing.of(scored(0.04, 0.04, 0.04)).crowd()).isZero();
        assertThat(Standing.of(scored(0.04, 0.04, 0.04, 0.04)).crowd()).isEqualTo(1);
        assertThat(Standing.of(scored(0.04, 0.04, 0.04, 0.032)).crowd()).isCloseTo(0.5, within(1e-9));
        assertThat(Standing.of(scored(0.04, 0.03, 0.03, 0.02)).crowd()).isZero();
    }

    @Test
    void countsADocumentOnceHoweverManyOfItsPassagesAreFound() {
        Passage one = Passages.RETURNS.scored(0.04);

        assertThat(Standing.of(List.of(one, one, one, one, one)).crowd()).isZero();
    }

    @Test
    void judgesByNothingWhereARerankerGivesNoPositiveScore() {
        Standing standing = Standing.of(scored(-1, -2, -1, -1));

        assertThat(standing).isEqualTo(new Standing(List.of(1.0, 1.0, 1.0, 1.0), 0));
    }

    private static List<Passage> scored(double... scores) {
        return DoubleStream.of(scores)
                .mapToObj(score -> Passages.passage("Returns", "", Passages.NEAR, "30 days.")
                        .scored(score))
                .toList();
    }
}
