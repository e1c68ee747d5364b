package io.frontdesk.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PUBLICATION = Duration.ofMinutes(15);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final SigningKey first = key(1, NOON.minus(Duration.ofDays(30)));
    private final SigningKey second = key(2, NOON);
    private final KeyRing ring = new KeyRing(List.of(second, first), PUBLICATION, LONGEST_TOKEN);

    @Test
    void letsTheFirstKeySignAtOnce() {
        var alone = new KeyRing(List.of(first), PUBLICATION, LONGEST_TOKEN);

        assertThat(alone.signing(first.createdAt())).isEqualTo(first);
        assertThat(alone.published(NOON)).containsExactly(first);
        assertThat(alone.isRotating(first.createdAt())).isFalse();
    }

    @Test
    void publishesAKeyBeforeItSigns() {
        Instant active = NOON.plus(PUBLICATION);

        assertThat(ring.published(NOON)).containsExactly(second, first);
        assertThat(ring.signing(active.minus(MOMENT))).isEqualTo(first);
        assertThat(ring.isRotating(active.minus(MOMENT))).isTrue();
        assertThat(ring.signing(active)).isEqualTo(second);
        assertThat(ring.isRotating(active)).isFalse();
    }

    @Test
    void keepsAKeyUntilTheLastTokenThatItSignedHasExpired() {
        Instant gone = NOON.plus(PUBLICATION).plus(LONGEST_TOKEN);

        assertThat(ring.find(first.kid(), gone.minus(MOMENT))).contains(first);
        assertThat(ring.goneGeneration(gone.minus(MOMENT))).isZero();
        assertThat(ring.find(first.kid(), gone)).isEmpty();
        assertThat(ring.published(gone)).containsExactly(second);
        assertThat(ring.goneGeneration(gone)).isEqualTo(1);
    }

    @Test
    void knowsTheAgeOfItsNewestKey() {
        assertThat(ring.isOlderThan(Duration.ofDays(1), NOON.plus(Duration.ofDays(1))))
                .isTrue();
        assertThat(ring.isOlderThan(
                        Duration.ofDays(1), NOON.plus(Duration.ofDays(1)).minus(MOMENT)))
                .isFalse();
    }

    private static SigningKey key(int generation, Instant made) {
        try {
            return SigningKey.generate(generation, new SecureRandom(), made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
