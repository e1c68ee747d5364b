package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFiguresTest {
    private static final Reply REFUSED = new Reply(List.of(), 0);

    @Test
    void countsAmongTheAnswersThoseThatCiteTheDocumentOfTheirQuestion() {
        List<Reply> own =
                List.of(new Reply(List.of(0), 0.9), new Reply(List.of(7, 1), 0.7), new Reply(List.of(5), 0.5), REFUSED);

        var figures = AnswerFigures.of(own, List.of(REFUSED, REFUSED, REFUSED, new Reply(List.of(2), 0.5)));

        assertThat(figures).isEqualTo(new AnswerFigures(0.75, 2 / 3.0, 1 / 3.0, 0.8, 0.5, 0.75));
    }

    @Test
    void showsNoConfidenceOfWhatThereIsNone() {
        var figures = AnswerFigures.of(List.of(new Reply(List.of(0), 0.9)), List.of(REFUSED));

        assertThat(figures.line("set")).containsExactly("set", "1.000", "1.000", "1.000", "0.900", "-", "1.000");
    }

    @Test
    void sufficesOnlyWhereAnswersAreRightAndForeignQuestionsRefused() {
        assertThat(new AnswerFigures(0.5, 0.8, 0.7, 0.9, 0.6, 0.8).suffice()).isTrue();
        assertThat(new AnswerFigures(1, 0.79, 0.7, 0.9, 0.6, 1).suffice()).isFalse();
        assertThat(new AnswerFigures(1, 1, 1, 0.9, 0.6, 0.79).suffice()).isFalse();
    }
}
