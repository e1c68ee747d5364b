package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neither Redis answers: no version can be told, and nothing is remembered, but searches find what they always find. */
@QuarkusTest
@WithTestResource(SilentRedisResource.class)
class WithoutRedisTest extends ServiceTest {
    private static final int SEARCHES = 30;

    @TestHTTPResource(value = "/ready", management = true)
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    String readiness;

    @Test
    void searchesGoOn() {
        stage(writer(), document, 1, batch("Help", "Laptops can be returned.")).statusCode(204);
        isProblem(publish(writer(), document, 1, publication(Map.of("title", "Help"), 1)), 503, "unavailable");

        for (int i = 0; i < SEARCHES; i++) {
            assertThat(texts(search(reader(), "return a laptop"))).containsExactly("Laptops can be returned.");
        }

        given().get(readiness).then().statusCode(200);
    }
}
