package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SuiteExtension.class)
class QuestionsAndDocumentsTest {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final Duration ANSWERABLE_WITHIN = Duration.ofSeconds(30);

    private final Tenant tenant;
    private final Suite suite;

    QuestionsAndDocumentsTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
    }

    @Test
    void answersFromADocumentThatWasPublishedToKafka() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        String document = awaitIndexed("help/returns");

        for (int gateway = 1; gateway <= 2; gateway++) {
            tenant.asks(gateway, QUESTION)
                    .statusCode(200)
                    .body("outcome", equalTo("answered"))
                    .body("answer", containsString("30 days"))
                    .body("answer", containsString("[1]"))
                    .body("model", equalTo("extractive"))
                    .body("citations.document_id", hasItem(document))
                    .body("citations[0].title", equalTo("Returns and refunds"))
                    .body("citations[0].url", equalTo("https://shop.example/returns"))
                    .body("citations[0].quote", containsString("30 days"));
        }
    }

    @Test
    void streamsTheAnswerAsTypedEventsWithOneTerminalEvent() {
        tenant.publishes(Topics.DOCUMENTS_HIGH, returns("30 days"));
        awaitIndexed("help/returns");

        var response = tenant.via(1)
                .accept("text/event-stream")
                .body(Map.of("question", QUESTION))
                .post("/v1/answers");

        response.then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        var stream = EventStream.parse(response.body().asString());
        assertThat(stream.names())
                .startsWith("answer.started", "answer.searching")
                .endsWith("answer.completed");
        assertThat(stream.names())
                .contains("answer.citation")
                .filteredOn(name -> name.matches("answer\\.(completed|incomplete|failed|escalated)"))
                .hasSize(1);
        assertThat(stream.ids()).isSorted().doesNotHaveDuplicates();
        var text = new StringBuilder();
        stream.dataOf("answer.delta")
                .forEach(delta -> text.append(delta.path("text").asText()));
        var whole = stream.dataOf("answer.completed").findFirst().orElseThrow().path("answer");
        assertThat(text.toString()).isEqualTo(whole.path("answer").asText()).contains("30 days");
    }

    @Test
    void refusesHonestlyWhatTheDocumentsDoNotHold() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        awaitIndexed("help/returns");

        tenant.asks(1, "Who won the football world cup in 1974?")
                .statusCode(200)
                .body("outcome", equalTo("refused"))
                .body("citations", empty());
    }

    @Test
    void forgetsADeletedDocumentInTheNextAnswer() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        String document = awaitIndexed("help/returns");

        tenant.via(2).delete("/v1/documents/{id}", document).then().statusCode(204);

        tenant.asks(1, QUESTION).statusCode(200).body("answer", not(containsString("30 days")));
        tenant.searches(2, QUESTION).statusCode(200).body("passages", empty());
    }

    @Test
    void answersFromTheReplacementOfADocument() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        awaitIndexed("help/returns");

        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("45 days"));

        await().atMost(ANSWERABLE_WITHIN)
                .untilAsserted(() -> tenant.asks(1, QUESTION).body("answer", containsString("45 days")));
        tenant.asks(2, QUESTION).body("answer", not(containsString("30 days")));
    }

    @Test
    void showsNothingToAnotherTenant() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        String document = awaitIndexed("help/returns");

        var other = Tenant.create(suite, "Rival " + Ids.next());

        other.asks(1, QUESTION)
                .statusCode(200)
                .body("outcome", equalTo("refused"))
                .body("answer", not(containsString("30 days")));
        other.searches(2, "return a laptop within days of delivery").body("passages", empty());
        other.via(1).get("/v1/documents").then().statusCode(200).body("data", empty());
        other.via(2)
                .get("/v1/documents/{id}", document)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        other.via(1).delete("/v1/documents/{id}", document).then().statusCode(404);
        tenant.searches(1, QUESTION).body("passages.document_id", everyItem(equalTo(document)));
    }

    @Test
    void saysWhyADocumentFailedAndTriesItAgain() {
        String document = tenant.via(1)
                .contentType("multipart/form-data")
                .multiPart("file", "broken.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> tenant.via(2)
                .get("/v1/documents/{id}", document)
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("reason", containsString("corrupt")));
        awaitReplay(document);
    }

    /** Its dead letter is replayed, and another takes its place. */
    private void awaitReplay(String document) {
        var path = "data.find { it.document_id == '%s' }?.id".formatted(document);
        String letter = tenant.via(2).get("/v1/dead-letters?reason=corrupt").path(path);
        tenant.via(1)
                .post("/v1/dead-letters/{id}/replay", letter)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("replayed"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> tenant.via(2)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body(path, allOf(notNullValue(), not(equalTo(letter)))));
        var original = tenant.via(1).get("/v1/dead-letters/{id}/original", (String)
                tenant.via(1).get("/v1/dead-letters").path(path));
        assertThat(original.asString()).isEqualTo("%PDF-1.7 nothing");
    }

    @Test
    void goesOnAnsweringWhileOneReplicaOfAServiceIsDead() {
        tenant.publishes(Topics.DOCUMENTS_NORMAL, returns("30 days"));
        awaitIndexed("help/returns");
        var victim = new Instance(Service.RETRIEVAL, 2);

        suite.kill(victim);
        try {
            for (int question = 0; question < 10; question++) {
                tenant.asks(1, QUESTION).statusCode(200).body("answer", containsString("30 days"));
            }
        } finally {
            suite.start(victim);
        }
    }

    private static Map<String, Object> returns(String period) {
        return Map.of(
                "external_id", "help/returns",
                "title", "Returns and refunds",
                "content_type", "text/markdown",
                "url", "https://shop.example/returns",
                "text", """
                        # Returns and refunds

                        ## How long you have

                        You can return a laptop, a tablet or a phone within %s of delivery, in its original packaging.
                        Opened software cannot be returned.

                        ## Refunds

                        We pay the money back to the card you paid with, usually within five working days.
                        """.formatted(period));
    }

    private String awaitIndexed(String externalId) {
        var path = "data.find { it.external_id == '" + externalId + "' }";
        await().atMost(ANSWERABLE_WITHIN).untilAsserted(() -> tenant.via(1)
                .get("/v1/documents")
                .then()
                .statusCode(200)
                .body(path + ".state", equalTo("indexed")));
        return tenant.via(2).get("/v1/documents").path(path + ".id");
    }
}
