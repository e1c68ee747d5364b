package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Results of searches on the Redis that may forget. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class CachedSearchTest extends ServiceTest {
    private static final String QUESTION = "What is the margin on laptops?";
    private static final String MARGIN = "The margin on laptops is 9 %.";

    @Inject
    MeterRegistry metrics;

    @Inject
    RedisDataSource redis;

    @Test
    void answersTheSameSearchFromTheCache() {
        index(document, 1, "Margins", MARGIN);
        String first = search(reader(), QUESTION).statusCode(200).extract().asString();
        double before = hits();

        String second = search(reader(), QUESTION).statusCode(200).extract().asString();

        assertThat(second).isEqualTo(first).contains(MARGIN);
        assertThat(hits()).isEqualTo(before + 1);
    }

    @Test
    void forgetsWhatWasFoundBeforeTheKnowledgeChanged() {
        index(document, 1, "Margins", MARGIN);
        assertThat(texts(search(reader(), QUESTION))).containsExactly(MARGIN);

        index(document, 2, "Margins", "The margin on laptops is 7 %.");

        assertThat(texts(search(reader(), QUESTION))).containsExactly("The margin on laptops is 7 %.");
    }

    @Test
    void showsOnesFindingsToNobodyWhoMaySeeLess() {
        index(writer(), document, 1, Map.of("title", "Margins", "acl", List.of("staff")), MARGIN);
        assertThat(texts(search(reader("staff", "sales"), QUESTION))).containsExactly(MARGIN);
        double before = hits();

        assertThat(texts(search(reader(), QUESTION))).isEmpty();
        assertThat(texts(search(reader("sales"), QUESTION))).isEmpty();
        assertThat(hits()).isEqualTo(before);
        assertThat(texts(search(reader("sales", "staff"), QUESTION))).containsExactly(MARGIN);
        assertThat(hits()).isEqualTo(before + 1);
    }

    @Test
    void showsOneTenantsFindingsToNoOther() {
        UUID other = Ids.next();
        index(document, 1, "Margins", MARGIN);
        index(
                TestTokens.bearer(other, Scope.DOCUMENTS_WRITE),
                Ids.next(),
                1,
                Map.of("title", "Margins"),
                "Ours is 4 %.");
        String stranger = TestTokens.bearer(other, Scope.SEARCH);
        assertThat(texts(search(reader(), QUESTION))).containsExactly(MARGIN);
        assertThat(texts(search(stranger, QUESTION))).containsExactly("Ours is 4 %.");

        // As if Redis had mixed up two answers.
        redis.key().copy(entry(tenant), entry(other), new io.quarkus.redis.datasource.keys.CopyArgs().replace(true));

        assertThat(texts(search(stranger, QUESTION))).containsExactly("Ours is 4 %.");
    }

    @Test
    void tellsFiltersAndNumbersApart() {
        index(writer(), document, 1, Map.of("title", "UK", "metadata", Map.of("country", "uk")), MARGIN, "Another.");
        assertThat(texts(search(reader(), Map.of("query", QUESTION, "top_k", 2))))
                .hasSize(2);

        assertThat(texts(search(reader(), Map.of("query", QUESTION, "top_k", 1))))
                .hasSize(1);
        assertThat(texts(search(reader(), Map.of("query", QUESTION, "top_k", 2, "filters", Map.of("country", "fr")))))
                .isEmpty();
    }

    @Test
    void remembersNothingOfCollectionsThatHaveNoVersion() {
        index(
                writer(),
                document,
                1,
                Map.of("title", "Ticket", "collection", "tickets"),
                "The customer's laptop does not start.");
        Map<String, String> question = Map.of("query", "laptop", "collection", "tickets");
        assertThat(texts(search(reader(), question))).hasSize(1);

        remove(writer(), document, 2).statusCode(200);

        assertThat(texts(search(reader(), question))).isEmpty();
    }

    private String entry(UUID of) {
        return redis.key().keys("search:" + of + ":*").getFirst();
    }

    private double hits() {
        return metrics.get("cache.hits").tag("layer", "search").counter().count();
    }
}
