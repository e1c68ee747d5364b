package io.frontdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bm25Test {
    private final Bm25 bm25 = new Bm25(List.of(
            "the card is the card that pays", "the warranty of the card", "the shop is open", "the shop is in town"));

    @Test
    void ranksARareWordAboveAFrequentOne() {
        assertThat(bm25.rank("the warranty").getFirst()).isEqualTo(1);
    }

    @Test
    void ranksAShorterDocumentAboveALongerOne() {
        assertThat(bm25.rank("shop")).containsExactly(2, 3);
    }

    @Test
    void leavesOutWhatSharesNoWord() {
        assertThat(bm25.rank("Card?")).containsExactly(0, 1);
        assertThat(bm25.rank("zebra")).isEmpty();
    }
}
