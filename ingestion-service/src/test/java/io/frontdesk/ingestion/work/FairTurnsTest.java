package io.frontdesk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.ingestion.documents.Lane;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose work goes next, over claims on the real tables, with two claimers at a time where that matters. */
@QuarkusTest
@TestProfile(StillProfile.class)
class FairTurnsTest extends ServiceTest {
    private static final Logger LOG = Logger.getLogger(FairTurnsTest.class);
    private static final Percentage TOLERANCE = Percentage.withPercentage(15);

    @Inject
    ClaimStore claims;

    @Inject
    WorkStore queue;

    @Inject
    Shares shares;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private final UUID a = Ids.next();
    private final UUID b = Ids.next();
    private final UUID c = Ids.next();

    private QueueRows rows() {
        return new QueueRows(owner);
    }

    @BeforeEach
    void begin() {
        rows().empty();
    }

    @Test
    void givesTenantsSharesByTheWeightsOfTheirPlans() {
        rows().add(a, "small", Lane.NORMAL, 300);
        rows().add(b, "unheard of", Lane.NORMAL, 300);
        rows().add(c, "large", Lane.NORMAL, 300);

        var served = servedByTwo(400);

        LOG.infof("claims of weights 1, 1 and 2: %d, %d and %d", served.get(a), served.get(b), served.get(c));
        assertThat(served.get(a)).isCloseTo(100L, TOLERANCE);
        assertThat(served.get(b)).isCloseTo(100L, TOLERANCE);
        assertThat(served.get(c)).isCloseTo(200L, TOLERANCE);
    }

    @Test
    void takesTheWeightFromThePlanThatIntakeSaw() {
        get(shares.learn(a, "small"));
        get(shares.learn(c, "large"));
        rows().add(a, "small", Lane.NORMAL, 100);
        rows().add(c, "small", Lane.NORMAL, 100);

        var served = tenantsOf(served(60));

        assertThat(served.get(a)).isCloseTo(20L, TOLERANCE);
        assertThat(served.get(c)).isCloseTo(40L, TOLERANCE);
    }

    @Test
    void servesASmallTenantAtOnceWhateverALargeOneHasWaiting() {
        rows().add(a, "large", Lane.NORMAL, 2_000);
        served(20);
        rows().add(b, "small", Lane.NORMAL, 1);

        assertThat(served(2)).contains(b);
    }

    @Test
    void letsNobodySaveUpTurns() {
        rows().add(a, "small", Lane.NORMAL, 1);
        served(1);
        rows().add(b, "small", Lane.NORMAL, 200);
        served(100);
        rows().add(a, "small", Lane.NORMAL, 200);

        var served = tenantsOf(served(20));

        assertThat(served.get(a)).isBetween(9L, 12L);
    }

    @Test
    void holdsAgainstNobodyWhatItGotWhileOthersWereAway() {
        rows().add(a, "small", Lane.NORMAL, 200);
        served(100);
        rows().add(b, "small", Lane.NORMAL, 200);

        var served = tenantsOf(served(20));

        assertThat(served.get(a)).isBetween(8L, 11L);
    }

    @Test
    void letsOldWorkGoFirstNowAndThenButNoMore() {
        rows().add(a, "small", Lane.LOW, 100);
        rows().add(b, "small", Lane.HIGH, 100);

        List<UUID> served = Stream.generate(() -> {
                    rows().age(a);
                    return served(1);
                })
                .limit(40)
                .flatMap(List::stream)
                .toList();

        assertThat(tenantsOf(served)).containsOnly(Map.entry(a, 10L), Map.entry(b, 30L));
    }

    @Test
    void keepsToTheLanesWhileNothingIsOld() {
        rows().add(a, "large", Lane.LOW, 20);
        rows().add(b, "small", Lane.NORMAL, 20);

        assertThat(served(20)).containsOnly(b);
        assertThat(served(1)).containsOnly(a);
    }

    @Test
    void worksOnNoMoreOfATenantThanAllowedOverAllItsLanes() {
        for (Lane lane : Lane.values()) {
            rows().add(a, "small", lane, 20);
        }

        for (int round = 0; round < 5; round++) {
            get(Uni.join()
                    .all(IntStream.range(0, 12).mapToObj(n -> claims.next()).toList())
                    .andFailFast());

            assertThat(rows().leased(a)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void goesPastATenantThatHasAsMuchUnderWayAsAllowed() {
        rows().add(a, "small", Lane.HIGH, 20);
        rows().add(b, "small", Lane.LOW, 1);

        var taken = Stream.generate(this::claim).limit(3).flatMap(Optional::stream);

        assertThat(taken.map(Lease::tenantId)).containsExactly(a, a, b);
    }

    @Test
    void leavesATenantAloneThatRests() {
        rows().add(a, "small", Lane.HIGH, 5);
        rows().add(b, "small", Lane.LOW, 5);

        get(queue.rest(a, Duration.ofMinutes(1)));

        assertThat(served(5)).containsOnly(b);
        assertThat(claim()).isEmpty();
    }

    @Test
    void comesBackToWorkThatWasPutOff() {
        rows().add(a, "small", Lane.NORMAL, 1);
        Lease first = claim().orElseThrow();
        get(queue.postpone(first, Duration.ofMillis(500)));
        assertThat(claim()).isEmpty();

        Lease second =
                Awaitility.await().until(this::claim, Optional::isPresent).orElseThrow();

        assertThat(second.documentId()).isEqualTo(first.documentId());
        assertThat(second.attempts()).isEqualTo(1);
    }

    /** Measured, not asserted: how quick a machine is says nothing about the queue. */
    @Test
    void claimsFromALongQueueOfManyTenants() {
        IntStream.range(0, 500).forEach(n -> rows().add(Ids.next(), "small", Lane.NORMAL, 20));
        // Tenants that were served once, and have nothing to do now.
        IntStream.range(0, 500).forEach(n -> rows().add(Ids.next(), "small", Lane.NORMAL, 0));
        rows().execute("ANALYZE work, turn");

        long began = System.nanoTime();
        var documents = new ArrayList<UUID>();
        IntStream.range(0, 1_000).forEach(n -> claim().ifPresent(lease -> documents.add(lease.documentId())));
        double seconds = (System.nanoTime() - began) / 1e9;

        LOG.infof("%d claims a second by one claimer, of 10,000 documents of 500 tenants", Math.round(1_000 / seconds));
        assertThat(documents).doesNotHaveDuplicates().hasSize(1_000);
    }

    private Map<UUID, Long> servedByTwo(int documents) {
        var served = new ConcurrentLinkedQueue<UUID>();
        var left = new AtomicInteger(documents);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(
                                    () -> {
                                        while (left.getAndDecrement() > 0) {
                                            served.addAll(served(1));
                                        }
                                    },
                                    replicas))
                            .limit(2)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        return tenantsOf(served);
    }

    /** Whose tasks were taken one after the other, each done before the next. */
    private List<UUID> served(int documents) {
        var served = new ArrayList<UUID>();
        for (int n = 0; n < documents; n++) {
            Lease lease = Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .until(this::claim, Optional::isPresent)
                    .orElseThrow();
            rows().done(lease);
            served.add(lease.tenantId());
        }
        return served;
    }

    private static Map<UUID, Long> tenantsOf(Collection<UUID> served) {
        return served.stream().collect(Collectors.groupingBy(tenant -> tenant, Collectors.counting()));
    }

    private Optional<Lease> claim() {
        return get(claims.next());
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
