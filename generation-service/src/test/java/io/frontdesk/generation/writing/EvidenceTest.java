package io.frontdesk.generation.writing;

import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void usesPassagesThatAreNearInMeaning() {
        assertThat(Evidence.of("When do I get my money back?", List.of(RETURNS)))
                .containsExactly(RETURNS);
    }

    @Test
    void usesAPassageThatHoldsTheQuestionsRareWords() {
        Passage code = Passages.passage("Manual", "Errors", 0.5, "Error E-47 means that the fan is blocked.");

        assertThat(Evidence.of("What does error E-47 mean?", List.of(code))).containsExactly(code);
    }

    @Test
    void usesNothingThatIsForeignToTheQuestion() {
        Passage world = Passages.passage(
                "Shipping", "World", Passages.FOREIGN, "We ship a cup to the world, by football fans.");

        assertThat(Evidence.of("Who won the football world cup?", List.of(world)))
                .isEmpty();
    }
}
