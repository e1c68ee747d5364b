package io.frontdesk.auth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void ofAnAdminAreEverythingButTheOperators() {
        assertThat(Scopes.of(Scope.ADMIN).expanded().granted())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scope.values())
                        .filter(scope -> scope != Scope.OPERATOR)
                        .toList());
    }

    @Test
    void ofTheOperatorAreEverything() {
        assertThat(Scopes.of(Scope.OPERATOR).expanded().granted()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void thatImplyNothingStayAsTheyAre() {
        var some = Scopes.of(Scope.CHAT, Scope.SEARCH);

        assertThat(some.expanded()).isEqualTo(some);
    }

    @Test
    void areReadInAnyOrderAndWrittenInOne() {
        assertThat(Scopes.parse(List.of("search", "chat", "search")).claim()).isEqualTo("chat search");
    }

    @Test
    void thatAreUnknownAreRefused() {
        assertThatThrownBy(() -> Scopes.parse(List.of("chat", "everything")))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("scopes: must be among chat search");
        assertThatThrownBy(() -> Scopes.parse(List.of())).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Scopes.parse(null)).isInstanceOf(InvalidField.class);
    }

    @Test
    void coverWhatTheyImply() {
        assertThat(Scopes.of(Scope.ADMIN).cover(Scopes.of(Scope.TICKETS_WRITE))).isTrue();
        assertThat(Scopes.of(Scope.ADMIN).cover(Scopes.of(Scope.OPERATOR))).isFalse();
    }

    @Test
    void doNotCoverAnAdminWithAllThatAnAdminMay() {
        var allButAdmin = Scopes.of(
                Scope.CHAT,
                Scope.SEARCH,
                Scope.DOCUMENTS_READ,
                Scope.DOCUMENTS_WRITE,
                Scope.TICKETS_READ,
                Scope.TICKETS_WRITE,
                Scope.ANALYTICS);

        assertThat(allButAdmin.cover(Scopes.of(Scope.ADMIN))).isFalse();
    }

    @Test
    void ofAnAdminSeeAllLabelsAndOthersThoseGiven() {
        assertThat(Scopes.of(Scope.ADMIN).labels(Labels.NONE)).containsExactly("*");
        assertThat(Scopes.of(Scope.DOCUMENTS_READ).labels(new Labels(List.of("hr"))))
                .containsExactly("hr");
    }
}
