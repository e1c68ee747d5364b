package io.frontdesk.ingestion.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.documents.DocumentState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void takesThePiecesLeftAtThePaceOfThoseBefore() {
        assertThat(Estimate.indexing(indexing(64, 96, Duration.ofSeconds(4)))).isEqualTo(Duration.ofSeconds(2));
        assertThat(Estimate.indexing(indexing(96, 96, Duration.ofSeconds(4)))).isZero();
    }

    @Test
    void saysNothingBeforeAPaceWasSeen() {
        assertThat(Estimate.indexing(indexing(0, 96, Duration.ofSeconds(4)))).isNull();
        assertThat(Estimate.indexing(indexing(0, 96, Duration.ZERO))).isNull();
        assertThat(Estimate.waiting(new Outlook(10, 0))).isNull();
    }

    @Test
    void isNeverNegativeAndNeverWithoutEnd() {
        assertThat(Estimate.indexing(indexing(97, 96, Duration.ofSeconds(4)))).isZero();
        assertThat(Estimate.indexing(indexing(32, 96, Duration.ofSeconds(-1)))).isNull();
        assertThat(Estimate.indexing(indexing(1, Integer.MAX_VALUE, Duration.ofSeconds(4))))
                .isNull();
        assertThat(Estimate.waiting(new Outlook(Long.MAX_VALUE - 1, Double.MIN_VALUE)))
                .isNull();
    }

    @Test
    void countsThoseAheadAndTheDocumentItself() {
        assertThat(Estimate.waiting(new Outlook(9, 2))).isEqualTo(Duration.ofSeconds(5));
    }

    private static Sighting indexing(int staged, int pieces, Duration spent) {
        return new Sighting(
                Ids.next(), 1, 5, DocumentState.INDEXING, null, pieces, staged, NOW.minus(spent), NOW, null);
    }
}
