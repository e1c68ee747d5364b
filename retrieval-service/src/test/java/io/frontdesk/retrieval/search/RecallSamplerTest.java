package io.frontdesk.retrieval.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.retrieval.search.RecallStore.Recall;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecallSamplerTest {
    private static final int SMALL = 2_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void measuresSmallAndLargeTenantsApart() {
        var sampler = sampler(1);

        sampler.answered(() -> Uni.createFrom().item(new Recall(SMALL, 1.0)));
        await().atMost(Duration.ofSeconds(20)).until(() -> measured("small") == 1);
        sampler.answered(() -> Uni.createFrom().item(new Recall(SMALL + 1, 0.9)));
        await().atMost(Duration.ofSeconds(20)).until(() -> measured("large") == 1);

        assertThat(metrics.get("recall.at.10")
                        .tag("tenant_class", "large")
                        .summary()
                        .mean())
                .isEqualTo(0.9);
    }

    @Test
    void leavesOutWhatComesWhileOneIsMeasured() {
        var sampler = sampler(1);
        var pending = new CompletableFuture<Recall>();
        sampler.answered(() -> Uni.createFrom().completionStage(pending));

        sampler.answered(() -> Uni.createFrom().item(new Recall(1, 1.0)));

        assertThat(metrics.get("recall.samples.dropped").counter().count()).isEqualTo(1);
        pending.complete(new Recall(1, 1.0));
        await().atMost(Duration.ofSeconds(20)).until(() -> measured("small") == 1);
    }

    @Test
    void goesOnAfterAFailure() {
        var sampler = sampler(1);

        sampler.answered(() -> Uni.createFrom().failure(new IllegalStateException("no database")));

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sampler.answered(() -> Uni.createFrom().item(new Recall(1, 1.0)));
            return measured("small") > 0;
        });
    }

    @Test
    void countsNothingWhereNothingIsToBeFound() {
        var sampler = sampler(1);
        sampler.answered(() -> Uni.createFrom().item(new Recall(0, null)));

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sampler.answered(() -> Uni.createFrom().item(new Recall(SMALL + 1, 1.0)));
            return measured("large") > 0;
        });

        assertThat(measured("small")).isZero();
    }

    @Test
    void measuresNoneWithoutAShare() {
        var sampler = sampler(0);

        for (int i = 0; i < 100; i++) {
            sampler.answered(() -> {
                throw new AssertionError("measured");
            });
        }

        assertThat(metrics.get("recall.samples.dropped").counter().count()).isZero();
    }

    private RecallSampler sampler(double share) {
        return new RecallSampler(new Settings(share, 1, Duration.ofMillis(1)), SMALL, metrics);
    }

    private record Settings(double share, int atOnce, Duration delay) implements SearchConfig.Sampler {}

    private long measured(String tenants) {
        return metrics.get("recall.at.10")
                .tag("tenant_class", tenants)
                .summary()
                .count();
    }
}
