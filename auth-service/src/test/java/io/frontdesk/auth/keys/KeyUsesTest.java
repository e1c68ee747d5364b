package io.frontdesk.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyUsesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Map<UUID, Instant>> saved = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private boolean databaseIsThere = true;
    private Instant now = NOON;
    private final KeyUses uses = new KeyUses(this::save, clock(), vertx);

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void areWrittenTogetherEachKeyWithItsLast() {
        UUID one = Ids.next();
        UUID other = Ids.next();
        uses.note(one);
        now = NOON.plusSeconds(1);
        uses.note(one);
        uses.note(other);

        flush();

        assertThat(saved).containsExactly(Map.of(one, now, other, now));
        assertThat(uses.size()).isZero();
    }

    @Test
    void areNotWrittenWhereThereAreNone() {
        flush();

        assertThat(saved).isEmpty();
    }

    @Test
    void waitForADatabaseThatIsAway() {
        UUID key = Ids.next();
        uses.note(key);
        databaseIsThere = false;
        uses.flush().onFailure().recoverWithNull().await().indefinitely();
        databaseIsThere = true;

        flush();

        assertThat(saved).containsExactly(Map.of(key, NOON));
    }

    @Test
    void areBoundedInNumber() {
        for (int i = 0; i < 10_001; i++) {
            uses.note(new UUID(0, i));
        }

        assertThat(uses.size()).isEqualTo(10_000);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void flush() {
        uses.flush().await().indefinitely();
    }

    private Uni<Void> save(Map<UUID, Instant> lastUses) {
        if (!databaseIsThere) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        saved.add(lastUses);
        return Uni.createFrom().voidItem();
    }
}
