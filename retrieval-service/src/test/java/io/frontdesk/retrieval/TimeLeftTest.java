package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Headers;
import io.frontdesk.testing.RedisMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of one millisecond is less than one by the time that it is looked at. */
@QuarkusTest
class TimeLeftTest extends ServiceTest {
    private static final String TEXT = "The margin on laptops is 9 %.";

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @Test
    void aSearchWithoutTimeReadsNoCacheEmbedsNothingAndAsksNoDatabase() {
        long searches = metrics.get("search.duration").timer().count();
        double refused = notBegun();

        try (var redis = RedisMonitor.begin()) {
            isProblem(timed("1", "/search", Map.of("query", "What is the margin?")), 504, "deadline-passed");

            assertThat(redis.asked()).noneMatch(one -> one.names(tenant));
        }
        assertThat(metrics.get("search.duration").timer().count()).isEqualTo(searches);
        assertThat(notBegun() - refused).isEqualTo(1);
    }

    @Test
    void textsAreNotEmbeddedWithoutTimeEither() {
        var texts = Map.of("input", List.of(TEXT), "input_type", "document");

        isProblem(timed("1", "/embeddings", texts), 504, "deadline-passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60000", "soon", ""})
    void aSearchWithTimeOrWithoutADeadlineFinds(String left) {
        index(document, 1, "Margins", TEXT);

        assertThat(texts(timed(left, "/search", Map.of("query", "What is the margin?"))))
                .containsExactly(TEXT);
    }

    private ValidatableResponse timed(String left, String path, Object body) {
        return given().header("Authorization", reader())
                .header(Headers.TIME_LEFT, left)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1" + path)
                .then();
    }

    private double notBegun() {
        var counter = metrics.find("frontdesk_deadlines_passed")
                .tag("work", "not_begun")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
