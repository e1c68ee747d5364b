package io.frontdesk.retrieval.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.index.Collection;
import io.frontdesk.retrieval.problem.RetrievalError.Reason;
import io.frontdesk.retrieval.problem.RetrievalError.VersionOutdated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentLifeTest {
    @ParameterizedTest
    @CsvSource({"null, null, true", "1, null, true", "2, null, false", "null, 1, true", "1, 1, true"})
    void tellsWhetherAVersionHasToBePublished(String live, String deleted, boolean lacks) {
        assertThat(life(live, deleted).lacks(2)).isEqualTo(lacks);
    }

    @ParameterizedTest
    @CsvSource({"3, null, SUPERSEDED", "null, 2, DELETED", "null, 3, DELETED"})
    void refusesAVersionThatComesTooLate(String live, String deleted, Reason reason) {
        assertThatThrownBy(() -> life(live, deleted).lacks(2))
                .isInstanceOfSatisfying(
                        VersionOutdated.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "null, null, true",
        "1, null, true",
        "2, null, true",
        "null, 1, true",
        "null, 2, false",
        "null, 3, false"
    })
    void tellsWhetherADeletionHasToBeDone(String live, String deleted, boolean survives) {
        assertThat(life(live, deleted).survives(2)).isEqualTo(survives);
    }

    @ParameterizedTest
    @CsvSource({"3, null", "3, 1"})
    void refusesADeletionOlderThanWhatIsSearched(String live, String deleted) {
        assertThatThrownBy(() -> life(live, deleted).survives(2))
                .isInstanceOfSatisfying(
                        VersionOutdated.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUPERSEDED));
    }

    private static DocumentLife life(String live, String deleted) {
        return new DocumentLife(version(live), version(deleted), Collection.KNOWLEDGE, 1);
    }

    private static @Nullable Long version(String text) {
        return text.equals("null") ? null : Long.valueOf(text);
    }
}
