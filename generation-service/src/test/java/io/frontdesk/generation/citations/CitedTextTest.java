package io.frontdesk.generation.citations;

import static io.frontdesk.generation.AnswerEvents.citations;
import static io.frontdesk.generation.AnswerEvents.text;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.search.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitedTextTest {
    private static final List<Passage> PASSAGES = List.of(RETURNS, REPAIRS);

    @Test
    void tellsACitationAtItsFirstMentionWithTheSentenceThatSupportsIt() {
        List<AnswerEvent> events =
                events("Laptops can be returned within 30 days [1]. Repairs take a week [2], not more [1].");

        assertThat(citations(events)).extracting(Citation::n).containsExactly(1, 2);
        assertThat(citations(events).getFirst().quote()).contains("within 30 days of delivery");
        assertThat(citations(events).getFirst().documentId()).isEqualTo(RETURNS.documentId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is free [3].", "It is free [0].", "It is free [99].", "It is free [7, 9]."})
    void leavesOutReferencesToNothing(String text) {
        var cited = new CitedText(PASSAGES);
        cited.feed(text);
        cited.finish();

        assertThat(cited.text()).isEqualTo("It is free.");
        assertThat(cited.citations()).isEmpty();
        assertThat(cited.support()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an array[i] and [x]",
                "[",
                "[]",
                "[1",
                "[ ]",
                "[,]",
                "[1,]",
                "a [link](b)",
                "[12345]",
                "[1 2]",
                "text [ 1",
                "end "
            })
    void leavesOtherBracketsAsTheyAre(String text) {
        var cited = new CitedText(PASSAGES);
        cited.feed(text);
        cited.finish();

        assertThat(cited.text()).isEqualTo(text);
        assertThat(cited.citations()).isEmpty();
    }

    @Test
    void readsSeveralNumbersInOneBracket() {
        List<AnswerEvent> events = events("Both are free [1, 2].");

        assertThat(text(events)).isEqualTo("Both are free [1][2].");
        assertThat(citations(events)).extracting(Citation::n).containsExactly(1, 2);
    }

    @Test
    void supportsAClaimLessWhoseNumbersThePassageDoesNotHold() {
        double right = support("You can return a laptop within 30 days of delivery [1].");
        double wrong = support("You can return a laptop within 60 days of delivery [1].");

        assertThat(right).isGreaterThan(0.9);
        assertThat(wrong).isLessThan(right / 2 + 0.01);
    }

    @Test
    void countsUnknownReferencesAgainstTheAnswer() {
        double honest = support("You can return a laptop within 30 days of delivery [1].");
        double half = support("You can return a laptop within 30 days of delivery [1][8].");

        assertThat(half).isEqualTo(honest / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can return a laptop within 30 days [1].                              | ''",
                "You can return a laptop within 60 days [1].                              | You can return a laptop within 60 days [1].",
                "Return laptops within thirty days of delivery [1]. Repairs take 5 to 7 working days [2]. | ''",
                "Repairs take 5 to 7 working days [1].                                    | Repairs take 5 to 7 working days [1].",
                "The express service costs £49.00 on top. [2] Dolphins swim in warm seas. [2] | Dolphins swim in warm seas.",
                "Almost anything can be returned. You have 30 days after delivery [1].    | ''",
                "Certainly. Here is how it works: You have 30 days [1]. Anything else?    | ''",
                "You can return a laptop within 30 days.                                  | You can return a laptop within 30 days.",
                "Sie haben 30 Tage Zeit, um einen Laptop zurück zu geben [1].             | ''",
                "Sie haben 60 Tage Zeit, um einen Laptop zurück zu geben [1].             | Sie haben 60 Tage Zeit, um einen Laptop zurück zu geben [1]."
            })
    void marksSentencesThatWhatTheyCiteDoesNotSupport(String text, String unsupported) {
        Grounding grounding = grounding(text);

        assertThat(String.join("|", grounding.unsupported())).isEqualTo(unsupported);
    }

    @Test
    void readsListsItemByItem() {
        Grounding grounding =
                grounding("To return it:\n\n1. Keep the original packaging.\n2. Send it within 30 days [1].\n"
                        + "3. Wait 90 days for the money [1].");

        assertThat(grounding.unsupported()).containsExactly("Wait 90 days for the money [1].");
        assertThat(grounding.statements()).isEqualTo(3);
    }

    @Test
    void isLessConfidentOfAnAnswerWithASentenceThatIsNotSupported() {
        double whole = grounding("You can return a laptop within 30 days of delivery [1].")
                .confidence();
        double half = grounding(
                        "You can return a laptop within 30 days of delivery [1]. " + "Dolphins jump over 12 moons [1].")
                .confidence();

        assertThat(whole).isGreaterThan(0.9);
        assertThat(half).isLessThan(whole / 2 + 0.01);
    }

    @Test
    void tellsTheSameHoweverTheTextIsCut() {
        String text =
                "You have 30 days [1], or so [2][1].\n\n1. Open [x] the  box [ 2 , 1 ]\n2. [9] Nothing [12345] here [1\n [2] end [1";
        List<AnswerEvent> whole = merged(events(text));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);

        for (int round = 0; round < 2_000; round++) {
            assertThat(merged(events(cut(text, random)))).isEqualTo(whole);
        }
    }

    private static String[] cut(String text, RandomGenerator random) {
        List<String> deltas = new ArrayList<>();
        int longest = random.nextInt(1, 20);
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + random.nextInt(0, longest + 1));
            deltas.add(text.substring(start, end));
            start = end;
        }
        return deltas.toArray(String[]::new);
    }

    private static List<AnswerEvent> events(String... deltas) {
        var cited = new CitedText(PASSAGES);
        List<AnswerEvent> events = new ArrayList<>();
        for (String delta : deltas) {
            events.addAll(cited.feed(delta));
        }
        events.addAll(cited.finish());
        assertThat(text(events)).isEqualTo(cited.text());
        return events;
    }

    /** Deltas that follow one another are one. */
    private static List<AnswerEvent> merged(List<AnswerEvent> events) {
        List<AnswerEvent> merged = new ArrayList<>();
        for (AnswerEvent event : events) {
            if (event instanceof AnswerEvent.Delta(String more)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof AnswerEvent.Delta(String before)) {
                merged.removeLast();
                merged.add(new AnswerEvent.Delta(before + more));
            } else {
                merged.add(event);
            }
        }
        return merged;
    }

    private static Grounding grounding(String text) {
        var cited = new CitedText(PASSAGES);
        cited.feed(text);
        cited.finish();
        return cited.grounding();
    }

    private static double support(String text) {
        var cited = new CitedText(PASSAGES);
        cited.feed(text);
        cited.finish();
        return cited.support();
    }
}
