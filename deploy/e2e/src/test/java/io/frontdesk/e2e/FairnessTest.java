package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentState;
import io.frontdesk.e2e.DocumentEvents.Event;
import io.frontdesk.local.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bulk work of one tenant does not hold up another's. {@code -Dfrontdesk.fairness.documents=2000} says how much bulk: where it
 * is that much, time counts too.
 */
@ExtendWith(SuiteExtension.class)
class FairnessTest {
    private static final int BULK = Integer.getInteger("frontdesk.fairness.documents", 200);
    private static final boolean WHOLE = BULK >= 2_000;
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(WHOLE ? 15 : 5);

    private final List<Tenant> tenants = new ArrayList<>();
    private final Suite suite;

    FairnessTest(Suite suite) {
        this.suite = suite;
    }

    /** So that what is left of its bulk is no load for other tests. */
    @AfterEach
    void removeTenants() {
        tenants.forEach(Tenant::remove);
    }

    @Test
    void indexesADocumentOfASmallTenantWhileALargeOnePublishesInBulk() {
        Tenant large = tenant("free");
        Tenant small = tenant("free");
        try (var events = new DocumentEvents(suite.servers().kafkaBootstrapServers())) {
            large.publishes(Topics.DOCUMENTS_NORMAL, documents(BULK));
            Instant published = Instant.now();
            small.publishes(Topics.DOCUMENTS_NORMAL, documents(1));

            Event indexed = await().atMost(PATIENCE)
                    .until(() -> events.of(small, DocumentState.INDEXED), found -> !found.isEmpty())
                    .getFirst();

            long before = events.of(large, DocumentState.INDEXED).stream()
                    .filter(event -> event.time().isBefore(indexed.time()))
                    .count();
            Duration took = Duration.between(published, indexed.time());
            System.out.printf(
                    "fairness: one document after %,d of another tenant was indexed after %.1f s, before %,d of them%n",
                    BULK, took.toMillis() / 1e3, BULK - before);
            assertThat(before).isLessThan(BULK * 3 / 4);
            assertThat(took).isLessThan(WHOLE ? PROMISED : PATIENCE);
        }
    }

    @Test
    void givesTenantsSharesByTheirPlans() {
        int each = BULK * 3 / 10;
        List<Tenant> competing = List.of(tenant("free"), tenant("free"), tenant("standard"));
        try (var events = new DocumentEvents(suite.servers().kafkaBootstrapServers())) {
            competing.parallelStream().forEach(tenant -> tenant.publishes(Topics.DOCUMENTS_LOW, documents(each)));

            await().atMost(PATIENCE).until(() -> competing.stream()
                    .anyMatch(tenant -> events.of(tenant, DocumentState.INDEXED).size() == each));

            Instant from = competing.stream()
                    .flatMap(tenant -> events.of(tenant, DocumentState.RECEIVED).stream())
                    .map(Event::time)
                    .max(Instant::compareTo)
                    .orElseThrow();
            Instant to = competing.stream()
                    .map(tenant -> events.of(tenant, DocumentState.INDEXED))
                    .filter(indexed -> indexed.size() == each)
                    .map(indexed -> indexed.getLast().time())
                    .min(Instant::compareTo)
                    .orElseThrow();
            List<Long> shares = competing.stream()
                    .map(tenant -> events.of(tenant, DocumentState.INDEXED).stream()
                            .filter(event ->
                                    event.time().isAfter(from) && !event.time().isAfter(to))
                            .count())
                    .toList();
            System.out.printf("fairness: documents indexed of weights 1, 1 and 2: %s%n", shares);
            assertShares(shares, List.of(1, 1, 2));
        }
    }

    private static void assertShares(List<Long> shares, List<Integer> weights) {
        double ofOne = shares.stream().mapToLong(Long::longValue).sum()
                / (double) weights.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, shares.size()).forEach(i -> assertThat((double) shares.get(i))
                .isCloseTo(ofOne * weights.get(i), Percentage.withPercentage(15)));
    }

    private Tenant tenant(String plan) {
        Tenant tenant = Tenant.create(suite, "Publisher " + Ids.next(), plan);
        tenants.add(tenant);
        return tenant;
    }

    private static List<Map<String, Object>> documents(int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> Map.<String, Object>of(
                        "external_id",
                        "bulk/" + n,
                        "title",
                        "Part " + n,
                        "text",
                        "Part %d fits devices made since %d. It comes in a box of %d."
                                .formatted(n, 1_900 + n % 120, n)))
                .toList();
    }
}
