package io.frontdesk.generation.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.Passages;
import io.frontdesk.generation.extractive.Unit.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitSplitterTest {
    @Test
    void splitsTextIntoSentencesButNotAfterAbbreviations() {
        assertThat(texts("Dr. Ames repairs e.g. laptops. It costs £3.50 a day."))
                .containsExactly("Dr. Ames repairs e.g. laptops.", "It costs £3.50 a day.");
    }

    @Test
    void joinsASentenceThatRunsOverLines() {
        assertThat(texts("The battery is\nfull after an hour.")).containsExactly("The battery is full after an hour.");
    }

    @Test
    void keepsStepsWholeWithTheSentenceThatIntroducesThem() {
        List<Unit> units = split("Before you send it:\n\n1. Back up.\n\n2. Reset it.\n10. Pack it.");

        assertThat(units).extracting(Unit::shape).containsExactly(Shape.STEPS, Shape.ITEM, Shape.ITEM, Shape.ITEM);
        assertThat(units.getFirst().text()).isEqualTo("Before you send it:\n1. Back up.\n2. Reset it.\n10. Pack it.");
    }

    @Test
    void keepsAnItemWithTheLinesThatItRunsOver() {
        List<Unit> units = split("- the receipt, or\n  the number of the order\n- the box");

        assertThat(units).extracting(Unit::shape).containsExactly(Shape.LIST, Shape.ITEM, Shape.ITEM);
        assertThat(units.getFirst().text()).isEqualTo("- the receipt, or the number of the order\n- the box");
    }

    @Test
    void keepsPointsWithinStepsAmongThem() {
        List<Unit> units = split("1. Pack\n   - the device\n   - its charger\n2. Print the label");

        assertThat(units.getFirst().shape()).isEqualTo(Shape.STEPS);
        assertThat(units.getFirst().text()).isEqualTo("1. Pack\n- the device\n- its charger\n2. Print the label");
    }

    @Test
    void keepsCodeAsItStandsWithTheSentenceThatIntroducesIt() {
        List<Unit> units = split("""
                There are two ways to do it. Sort by value, like this:

                    sort {
                        $h{$a} <=> $h{$b}

                    } keys %h;

                That is all.
                """);

        assertThat(units).extracting(Unit::shape).containsExactly(Shape.SENTENCE, Shape.CODE, Shape.SENTENCE);
        assertThat(units.get(1).text())
                .isEqualTo("Sort by value, like this:\n    sort {\n        $h{$a} <=> $h{$b}\n\n    } keys %h;");
    }

    @Test
    void offersAListWholeAndByItems() {
        List<Unit> units = split("You need:\n- the receipt\n- the box");

        assertThat(units).extracting(Unit::shape).containsExactly(Shape.LIST, Shape.ITEM, Shape.ITEM);
        assertThat(units.getLast().text()).isEqualTo("You need:\n- the box");
    }

    @Test
    void givesRowsTheHeadOfTheirTable() {
        List<Unit> units = split("Option | Price\n--- | ---\nStandard | £4\nNext day | £7");

        assertThat(units).extracting(Unit::shape).containsOnly(Shape.ROW);
        assertThat(units)
                .extracting(Unit::text)
                .containsExactly("Option | Price\nStandard | £4", "Option | Price\nNext day | £7");
        assertThat(units.getLast().label().stems()).containsExactly("next", "dai");
    }

    @Test
    void takesAQuestionAndALabelForHeadings() {
        List<Unit> units = split("Is it late? Tell us within 14 days.\n\nParcel is damaged. Photograph the box.");

        assertThat(units)
                .extracting(Unit::shape)
                .containsExactly(Shape.HEADING, Shape.SENTENCE, Shape.HEADING, Shape.SENTENCE);
        assertThat(units.getLast().label().stems()).containsExactly("parcel", "damag");
    }

    @Test
    void doesNotOfferASentenceThatOnlyLeadsOnToATable() {
        List<Unit> units = split("The discount depends on the number of articles:\n\nArticles | Discount\n5 to 9 | 3%");

        assertThat(units).extracting(Unit::shape).containsExactly(Shape.HEADING, Shape.ROW);
    }

    @Test
    void doesNotTakeANumberAtTheStartOfALineForAStep() {
        assertThat(split("2026 was a good year.\n3.5 kg is the limit of weight."))
                .extracting(Unit::shape)
                .doesNotContain(Shape.STEPS);
    }

    private static List<String> texts(String text) {
        return split(text).stream().map(Unit::text).toList();
    }

    private static List<Unit> split(String text) {
        return UnitSplitter.split(0, Passages.passage("Title", "", Passages.NEAR, text));
    }
}
