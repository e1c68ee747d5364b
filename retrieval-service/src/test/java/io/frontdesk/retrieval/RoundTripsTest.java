package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.RedisMonitor;
import io.frontdesk.testing.RedisMonitor.Asked;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search takes of the budget of round trips to Redis; that PostgreSQL is asked in one batch is how the store is made. */
@QuarkusTest
class RoundTripsTest extends ServiceTest {
    private static final String MARGIN = "The margin on laptops is 9 %.";

    @Test
    void aSearchForAnAnswerReadsTheCacheOnce() {
        index(document, 1, "Margins", MARGIN);
        var kind = Map.of("prompt_version", "1", "model_choice", "extractive");

        List<String> trips = trips(Map.of("query", "What is the margin on laptops?", "top_k", 5, "answer", kind));

        System.out.printf("round trips, retrieval for an answer: Redis %s%n", trips);
        assertThat(trips).containsExactly("mget");
    }

    @Test
    void aSearchReadsTheCacheOnceAndTheTenantsVersionBeside() {
        index(document, 1, "Margins", MARGIN);

        List<String> trips = trips(Map.of("query", "What is the margin on laptops?"));

        System.out.printf("round trips, retrieval for a search: Redis %s%n", trips);
        assertThat(trips).containsExactlyInAnyOrder("mget", "hget");
    }

    /** Those that read; what is written to the cache is waited for by nobody or comes after what was found. */
    private List<String> trips(Map<String, Object> request) {
        try (var redis = RedisMonitor.begin()) {
            assertThat(texts(search(reader(), request))).containsExactly(MARGIN);
            return redis.asked().stream()
                    .filter(one -> one.names(tenant))
                    .map(Asked::command)
                    .filter(command -> command.endsWith("get"))
                    .toList();
        }
    }
}
