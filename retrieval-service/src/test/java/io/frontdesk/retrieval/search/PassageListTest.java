package io.frontdesk.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.search.Passage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PassageListTest {
    private static final String POLICY =
            "You may send back what you bought within thirty days of delivery, in the box that it came in, with all that was "
                    + "in it, and we pay you the whole price of it and the cost of the parcel as soon as it is with us again";
    private final UUID document = UUID.randomUUID();

    @Test
    void leavesOutWhatSaysTheSameAsABetterOne() {
        Passage best = passage(document, 0, POLICY);

        assertThat(PassageList.of(
                        List.of(
                                best,
                                passage(UUID.randomUUID(), 4, POLICY),
                                passage(UUID.randomUUID(), 2, POLICY.replace("whole ", "") + ".")),
                        8))
                .containsExactly(best);
    }

    @Test
    void keepsWhatDiffersByANumberOrAName() {
        List<Passage> found = List.of(
                passage(document, 0, POLICY + " in 30 days"),
                passage(UUID.randomUUID(), 0, POLICY + " in 60 days"),
                passage(UUID.randomUUID(), 0, POLICY + " in Jersey"));

        assertThat(PassageList.of(found, 8)).isEqualTo(found);
    }

    @Test
    void joinsWhatGoesOnWhereABetterOneWasCut() {
        Passage best = passage(document, 3, "It is paid back at once. Cards take three days.");

        List<Passage> shown = PassageList.of(
                List.of(
                        best,
                        passage(document, 4, "Cards take three days. Banks take five."),
                        passage(document, 2, "Send it to us. It is paid back at once.")),
                8);

        assertThat(shown).singleElement().satisfies(joined -> {
            assertThat(joined.chunkId()).isEqualTo(best.chunkId());
            assertThat(joined.position()).isEqualTo(3);
            assertThat(joined.text())
                    .isEqualTo("Send it to us. It is paid back at once. Cards take three days. Banks take five.");
        });
    }

    @Test
    void leavesNeighboursApartThatRepeatNothing() {
        List<Passage> found = List.of(
                passage(document, 0, "Returns are free of charge."), passage(document, 1, "Delivery costs £4.95."));

        assertThat(PassageList.of(found, 8)).isEqualTo(found);
    }

    @Test
    void fillsThePlacesOfWhatWasLeftOut() {
        Passage best = passage(document, 0, POLICY);
        Passage second = passage(UUID.randomUUID(), 0, "Delivery costs £4.95.");
        Passage third = passage(UUID.randomUUID(), 0, "The shop opens at nine.");

        assertThat(PassageList.of(List.of(best, passage(UUID.randomUUID(), 0, POLICY), second, third), 2))
                .containsExactly(best, second);
    }

    private static Passage passage(UUID document, int position, String text) {
        return new Passage(
                UUID.randomUUID(), document, "Help", null, text, List.of("Returns"), position, null, 0.01, 0.7, 1);
    }
}
