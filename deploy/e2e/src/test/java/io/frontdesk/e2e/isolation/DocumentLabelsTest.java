package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.e2e.SuiteExtension;
import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A document is seen by callers who have all of its labels: in search, in answers, in what they cite. */
@ExtendWith(SuiteExtension.class)
class DocumentLabelsTest {
    private static final String QUESTION = "What is the discount on laptops?";

    /** From the labels of a document, by which it is named here, to the discount that it tells of. */
    private static final Map<List<String>, String> DOCUMENTS = Map.of(
            List.of(), "3 percent",
            List.of("staff"), "11 percent",
            List.of("partners"), "17 percent",
            List.of("staff", "managers"), "29 percent");

    private final Suite suite;
    private final SuiteParties parties;
    private final String tenant;

    DocumentLabelsTest(Suite suite) {
        this.suite = suite;
        this.parties = new SuiteParties(suite);
        this.tenant = parties.newTenant(Marks.next("labels"));
        publish();
    }

    @Test
    void areSeenByCallersWhoHaveThemAll() {
        requireSeen(List.of(), Set.of("3 percent"));
        requireSeen(List.of("staff"), Set.of("3 percent", "11 percent"));
        requireSeen(List.of("managers"), Set.of("3 percent"));
        requireSeen(List.of("partners", "staff"), Set.of("3 percent", "11 percent", "17 percent"));
        requireSeen(List.of("staff", "managers"), Set.of("3 percent", "11 percent", "29 percent"));
    }

    @Test
    void holdForVisitorsToo() {
        var key = keyThatSees(List.of("staff", "managers"));

        var staff = parties.visitorToken(key, Map.of("visitor", "anna", "acl", List.of("staff")));
        var anybody = parties.visitorToken(key, Map.of("visitor", "bert"));

        requireToldAtMost(Set.of("3 percent", "11 percent"), staff);
        requireToldAtMost(Set.of("3 percent"), anybody);
    }

    private void requireSeen(List<String> labels, Set<String> discounts) {
        var key = keyThatSees(labels);

        var found = asked(1, key, "/v1/search", Map.of("query", QUESTION, "top_k", 20));

        assertThat(told(found)).as("found by %s", labels).isEqualTo(discounts);
        requireToldAtMost(discounts, key);
    }

    /** An answer cites some of what may be seen, and shows nothing else. */
    private void requireToldAtMost(Set<String> discounts, String credential) {
        for (int gateway = 1; gateway <= 2; gateway++) {
            var answered = asked(gateway, credential, "/v1/answers", Map.of("question", QUESTION, "top_k", 20));

            assertThat(answered.getList("citations")).isNotEmpty();
            assertThat(told(answered)).isNotEmpty().isSubsetOf(discounts);
        }
    }

    private String keyThatSees(List<String> labels) {
        return parties.key(tenant, Map.of("name", "key", "scopes", List.of("search", "chat"), "acl", labels))
                .secret();
    }

    /** The discounts that a response tells of, anywhere. */
    private static Set<String> told(JsonPath response) {
        var text = response.prettify();
        return DOCUMENTS.values().stream().filter(text::contains).collect(Collectors.toSet());
    }

    private JsonPath asked(int gateway, String key, String path, Map<String, ?> body) {
        return given().baseUri(suite.gatewayUrl(gateway))
                .headers(SuiteParties.bearer(key))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void publish() {
        var key = parties.key(tenant, Map.of("name", "writer", "scopes", List.of("admin")))
                .secret();
        DOCUMENTS.forEach((labels, discount) -> given().baseUri(suite.gatewayUrl(1))
                .headers(SuiteParties.bearer(key))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        "Discounts",
                        "content_type",
                        "text/plain",
                        "text",
                        "The discount on laptops is " + discount + " of their price.",
                        "acl",
                        labels))
                .post("/v1/documents")
                .then()
                .statusCode(202));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        told(asked(1, key, "/v1/search", Map.of("query", QUESTION, "top_k", 20))))
                .hasSize(DOCUMENTS.size()));
    }
}
