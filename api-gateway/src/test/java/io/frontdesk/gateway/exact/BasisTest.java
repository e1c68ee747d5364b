package io.frontdesk.gateway.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.SettledKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BasisTest {
    private static final AnswerKind KIND = new AnswerKind("answer-v2-00", "extractive");

    @Test
    void isKnownWhereTheStateTellsAll() {
        assertThat(Basis.of(told("7", "3", new SettledKind(3, KIND).text()))).hasValue(new Basis(7, KIND));
    }

    @Test
    void isKnownWhereNothingWasEverSettled() {
        assertThat(Basis.of(told("7", null, new SettledKind(0, KIND).text()))).hasValue(new Basis(7, KIND));
    }

    @Test
    void isNotKnownWhereSettingsHaveChangedSince() {
        assertThat(Basis.of(told("7", "4", new SettledKind(3, KIND).text()))).isEmpty();
        assertThat(Basis.of(told("7", null, new SettledKind(3, KIND).text()))).isEmpty();
    }

    @Test
    void isNotKnownWithoutAVersionOfTheKnowledgeOrAKind() {
        assertThat(Basis.of(told(null, "3", new SettledKind(3, KIND).text()))).isEmpty();
        assertThat(Basis.of(told("7", "3", null))).isEmpty();
        assertThat(Basis.of(told("7", "3", "nonsense"))).isEmpty();
    }

    private static List<Optional<String>> told(
            @Nullable String knowledge, @Nullable String settings, @Nullable String kind) {
        return List.of(Optional.ofNullable(knowledge), Optional.ofNullable(settings), Optional.ofNullable(kind));
    }
}
