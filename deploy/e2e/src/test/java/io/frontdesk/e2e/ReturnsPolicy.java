package io.frontdesk.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;

/** A shop's page about returns. */
public final class ReturnsPolicy {
    static final String URL = "https://shop.example/returns";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReturnsPolicy() {}

    /** Returns when it is indexed. */
    public static void publish(Tenant tenant) {
        String id = tenant.via(1)
                .body(Map.of(
                        "external_id", "help/returns",
                        "title", "Returns and refunds",
                        "url", URL,
                        "content_type", "text/markdown",
                        "text", """
                            # Returns and refunds

                            ## Laptops

                            You can return a laptop within 30 days of delivery, in its original packaging.

                            ## Tablets

                            You can return a tablet within 14 days of delivery, in its original packaging.
                            """))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE).untilAsserted(() -> tenant.via(2)
                .get("/v1/documents/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("indexed")));
    }
}
