package io.frontdesk.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrincipalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void endsWithItsCredential() {
        assertThat(keyUntil(Optional.of(NOON)).end(NOON.plusSeconds(1))).isEqualTo(NOON);
    }

    @Test
    void endsBeforeItsCredential() {
        assertThat(keyUntil(Optional.of(NOON)).end(NOON.minusSeconds(1))).isEqualTo(NOON.minusSeconds(1));
    }

    @Test
    void endsByItselfWithoutAnExpiry() {
        assertThat(keyUntil(Optional.empty()).end(NOON)).isEqualTo(NOON);
    }

    private static Principal keyUntil(Optional<Instant> validUntil) {
        return Principal.key(Ids.next(), Ids.next(), "standard", Scopes.of(Scope.CHAT), Labels.NONE, validUntil, 0);
    }
}
