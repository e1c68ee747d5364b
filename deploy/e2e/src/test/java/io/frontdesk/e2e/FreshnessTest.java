package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Answers given again by two gateways that have them in memory, while what they rest on is edited. {@code
 * -Dfrontdesk.freshness.rounds=50} says how often.
 */
@ExtendWith(SuiteExtension.class)
class FreshnessTest {
    private static final int ROUNDS = Integer.getInteger("frontdesk.freshness.rounds", 3);
    private static final int GATEWAYS = 2;
    private static final String EDITED = "How long do I have to return a laptop?";
    private static final String UNTOUCHED = "When does an express delivery arrive?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As a gateway counts answers that it gave again from its memory. */
    private static final Pattern IN_MEMORY =
            Pattern.compile("frontdesk_answer_cache_total\\{(?=.*from=\"memory\")(?=.*outcome=\"hit\").*} .*");

    private final Suite suite;
    private final Tenant tenant;

    FreshnessTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
    }

    @Test
    void noGatewayGivesAnAnswerAgainWhoseSourceWasEdited() {
        publish("help/deliveries", "Deliveries", """
            ## Express delivery

            An express delivery arrives on the next working day before noon.

            ## Standard delivery

            A standard delivery arrives within three to five working days.

            ## Delivery on a Saturday

            A delivery on a Saturday arrives between nine and one o'clock.

            ## Delivery abroad

            A delivery abroad arrives within two weeks.
            """);
        publish("help/returns", "Returns and refunds", returns(1));
        int untouched = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            isInMemoryOfBoth(EDITED);
            isInMemoryOfBoth(UNTOUCHED);

            publish("help/returns", "Returns and refunds", returns(round + 1));

            for (int gateway = 1; gateway <= GATEWAYS; gateway++) {
                assertThat(asked(gateway, EDITED).getString("answer"))
                        .contains((round + 11) + " days")
                        .doesNotContain((round + 10) + " days");
                assertThat(asked(gateway, UNTOUCHED).getString("cache")).isEqualTo("hit");
                untouched++;
            }
        }
        System.out.printf(
                "freshness: %d edits, %d gateways, nothing outdated, %d hits of what was not edited%n",
                ROUNDS, GATEWAYS, untouched);
    }

    private static String returns(int edition) {
        return """
            ## How long you have

            You can return a laptop or a tablet within %d days, in its original packaging.
            """.formatted(edition + 10);
    }

    /** Each gateway says itself that it gave the answer again from its memory. */
    private void isInMemoryOfBoth(String question) {
        for (int asked = 1; asked <= GATEWAYS; asked++) {
            int gateway = asked;
            await().atMost(PATIENCE).untilAsserted(() -> {
                double before = hitsInMemory(gateway);
                assertThat(asked(gateway, question).getString("cache")).isEqualTo("hit");
                assertThat(hitsInMemory(gateway)).isEqualTo(before + 1);
            });
        }
    }

    /** What a gateway has never counted it does not name. */
    private double hitsInMemory(int gateway) {
        return given().baseUri(suite.addresses().managementUrl(new Instance(Service.GATEWAY, gateway)))
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(IN_MEMORY.asMatchPredicate())
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private JsonPath asked(int gateway, String question) {
        return tenant.via(gateway)
                .body(Map.of("question", question, "top_k", 3))
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("answered"))
                .extract()
                .jsonPath();
    }

    /** Returns when the version is indexed. */
    private void publish(String id, String title, String text) {
        var accepted = tenant.via(1)
                .body(Map.of("external_id", id, "title", title, "content_type", "text/markdown", "text", text))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).untilAsserted(() -> tenant.via(2)
                .get("/v1/documents/{id}", accepted.getString("id"))
                .then()
                .statusCode(200)
                .body("version", equalTo(accepted.getInt("version")))
                .body("state", equalTo("indexed")));
    }
}
