package io.frontdesk.gateway.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.gateway.answers.Told;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that stops while records wait, since the state Redis was away. */
class HitRecordsTest {
    private static final int MANY = 250;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ConcurrentLinkedQueue<GivenAgain> kept = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void handsOverAllThatItHolds() {
        HitRecords records = holdingMany(hits -> {
            kept.addAll(hits);
            return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(1));
        });

        records.stop(new ShutdownEvent());

        assertThat(kept).hasSize(MANY);
        assertThat(dropped()).isZero();
    }

    @Test
    void countsWhatItCannotHandOver() {
        HitRecords records = holdingMany(hits -> Uni.createFrom().failure(new IllegalStateException("gone")));

        records.stop(new ShutdownEvent());

        assertThat(dropped()).isEqualTo(MANY);
    }

    /** Its rounds have not begun. */
    private HitRecords holdingMany(HitStore store) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ExactCacheConfig.class)
                .build()
                .getConfigMapping(ExactCacheConfig.class);
        HitRecords records = new HitRecords(store, config, metrics, vertx);
        UUID tenant = Ids.next();
        for (int i = 0; i < MANY; i++) {
            records.add(new GivenAgain(tenant, "a customer", "How long?", Told.answer("30 days."), Instant.now(), 1));
        }
        return records;
    }

    private double dropped() {
        return metrics.get("frontdesk_answer_cache_records_dropped").counter().count();
    }
}
