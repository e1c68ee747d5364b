package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void countWhereTheRightDocumentCame() {
        var figures = Figures.of(List.of(1, 2, 10, 11, 0));

        assertThat(figures.first()).isEqualTo(0.2);
        assertThat(figures.amongTen()).isEqualTo(0.6);
        assertThat(figures.reciprocal()).isCloseTo((1 + 0.5 + 0.1) / 5, within(1e-9));
    }

    @Test
    void countADocumentOnceHoweverManyOfItsPassagesCame() {
        assertThat(Figures.place(7, Stream.of(3, 3, 5, 3, 7))).isEqualTo(3);
        assertThat(Figures.place(9, Stream.of(3, 5))).isZero();
    }

    @Test
    void beatOthersByEveryFigureOrNotAtAll() {
        var some = new Figures(0.5, 0.9, 0.7);

        assertThat(new Figures(0.6, 0.95, 0.8).beats(some)).isTrue();
        assertThat(new Figures(0.6, 0.9, 0.8).beats(some)).isFalse();
    }
}
