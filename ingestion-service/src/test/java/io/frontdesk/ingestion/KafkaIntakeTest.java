package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class KafkaIntakeTest extends ServiceTest {
    private final String key = "fd_test_" + tenant;
    private KafkaPeer kafka;

    @BeforeEach
    void giveTheProducerAKey() {
        allow(key, "documents:write");
        kafka = follow(Topics.DOCUMENTS_DEAD);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void takesADocumentThroughItsWholeLife() {
        publish("high", "faq", DocumentIntake.UPSERTED, "{\"external_id\": \"faq\", \"text\": \"We open at nine.\"}");
        String id = awaitListed("faq");
        awaitState(id, "indexed").body("version", is(1));

        publish("high", "faq", DocumentIntake.UPSERTED, "{\"external_id\": \"faq\", \"text\": \"We open at ten.\"}");
        awaitVersion(id, 2, "indexed");

        publish("high", "faq", DocumentIntake.DELETED, "{\"external_id\": \"faq\"}");
        Awaitility.await().untilAsserted(() -> get(id).statusCode(404));
    }

    @Test
    void takesTheSameRecordTwiceAsOne() {
        String value = "{\"external_id\": \"twice\", \"content_base64\": \"T25lIHRleHQu\"}";

        publish("normal", "twice", DocumentIntake.UPSERTED, value);
        publish("normal", "twice", DocumentIntake.UPSERTED, value);
        publish("normal", "twice", DocumentIntake.UPSERTED, "{\"external_id\": \"after\", \"text\": \"Later.\"}");

        awaitListed("after");
        awaitState(awaitListed("twice"), "indexed").body("version", is(1));
    }

    @Test
    void forgetsNothingOverADeletionOfWhatNeverWas() {
        publish("low", "ghost", DocumentIntake.DELETED, "{\"external_id\": \"ghost\"}");
        publish("low", "ghost", DocumentIntake.UPSERTED, "{\"external_id\": \"real\", \"text\": \"I am.\"}");

        awaitState(awaitListed("real"), "indexed");
        assertThat(listed()).containsExactly("real");
    }

    @Test
    void remembersADeletionThatComesBeforeWhatItDeletes() {
        publish("low", "early", DocumentIntake.DELETED, "{\"external_id\": \"early\", \"version\": 2}");
        publish("low", "early", DocumentIntake.UPSERTED, "{\"external_id\": \"mark\", \"text\": \"Seen.\"}");
        awaitListed("mark");

        publish(
                "high",
                "early",
                DocumentIntake.UPSERTED,
                "{\"external_id\": \"early\", \"text\": \"Old.\", \"version\": 1}");
        publish("high", "early", DocumentIntake.UPSERTED, "{\"external_id\": \"after\", \"text\": \"Later.\"}");
        awaitState(awaitListed("after"), "indexed");

        assertThat(listed()).containsExactlyInAnyOrder("mark", "after");
        submit(Map.of("external_id", "early", "text", "Old, too.", "version", 2))
                .statusCode(202)
                .body("state", is("deleted"));
        submit(Map.of("external_id", "early", "text", "New.", "version", 3))
                .statusCode(202)
                .body("state", is("received"));
    }

    @Test
    void goesByTheTimeOfTheEventWhereThereIsNoVersion() {
        publishAt("2026-11-01T12:00:00Z", "{\"external_id\": \"times\", \"text\": \"The newer text.\"}");
        publishAt("2026-11-01T11:00:00Z", "{\"external_id\": \"times\", \"text\": \"The text from an hour before.\"}");
        publishAt("2026-11-01T11:00:00Z", "{\"external_id\": \"mark\", \"text\": \"Seen.\"}");
        awaitListed("mark");

        awaitState(awaitListed("times"), "indexed").body("size_bytes", is("The newer text.".length()));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void putsAmongTheDeadLettersWhatCanBeNoDocument(String value, String reason) {
        var sent = publish("normal", "dead", DocumentIntake.UPSERTED, value);

        assertDead(sent, reason);
    }

    private static Stream<Arguments> refusedValues() {
        return Stream.of(
                Arguments.of("{\"external_id\": ", "malformed: "),
                Arguments.of("[]", "malformed: "),
                Arguments.of("null", "no_content: "),
                Arguments.of("{\"text\": \"No id\"}", "missing_field: external_id"),
                Arguments.of("{\"external_id\": \"x\"}", "invalid_field: text"),
                Arguments.of("{\"external_id\": \"x\", \"text\": \"\"}", "invalid_field: text"),
                Arguments.of("{\"external_id\": \"x\", \"content_base64\": \"?\"}", "invalid_field: content_base64"),
                Arguments.of("{\"external_id\": \"x\", \"text\": \"a\", \"url\": \"ftp://x\"}", "invalid_field: url"),
                Arguments.of("{\"external_id\": \"x\", \"text\": \"a\", \"version\": -1}", "invalid_field: version"),
                Arguments.of("{\"external_id\": \"x\\u0000\", \"text\": \"a\"}", "invalid_field: external_id"));
    }

    @Test
    void putsARecordThatIsNoCloudEventAmongTheDeadLetters() {
        assertDead(kafka.publish(topic("normal"), "plain", Map.of(), "{}"), "not_a_cloud_event: ");
    }

    @Test
    void putsACloudEventOfAnotherKindAmongTheDeadLetters() {
        assertDead(publish("normal", "other", "com.example.order.v1", "{}"), "unknown_type: ");
    }

    @Test
    void putsARecordWithoutAKeyAmongTheDeadLettersThoughItNamesATenant() {
        var headers = new HashMap<>(KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key));
        headers.remove(Headers.INTAKE_KEY);
        headers.put(Headers.CE_TENANT_ID, tenant.toString());

        assertDead(
                kafka.publish(topic("normal"), "anonymous", headers, "{\"external_id\": \"x\", \"text\": \"a\"}"),
                "no_key: ");
        assertThat(listed()).isEmpty();
    }

    @Test
    void putsARecordWithARefusedKeyAmongTheDeadLettersWithoutTheKey() {
        var sent = kafka.publish(
                topic("normal"),
                "refused",
                KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, "fd_unknown_secret"),
                "{\"external_id\": \"x\", \"text\": \"a\"}");

        assertThat(assertDead(sent, "refused_key: ").toString()).doesNotContain("fd_unknown_secret");
    }

    @Test
    void putsARecordWithAKeyForOtherThingsAmongTheDeadLetters() {
        allow("fd_reader_" + tenant, "documents:read chat");

        assertDead(
                kafka.publish(
                        topic("normal"),
                        "reader",
                        KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, "fd_reader_" + tenant),
                        "{\"external_id\": \"x\", \"text\": \"a\"}"),
                "refused_key: the key lacks");
    }

    @Test
    void waitsWithTheRecordWhileTheAuthServiceIsDown() {
        String late = "fd_late_" + tenant;
        var down = auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(late)))
                .willReturn(aResponse().withStatus(503)));
        var sent = kafka.publish(
                topic("high"),
                "late",
                KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, late),
                "{\"external_id\": \"late\", \"text\": \"Better than never.\"}");
        Awaitility.await()
                .until(() -> auth.findAll(postRequestedFor(urlPathEqualTo("/internal/v1/token-exchange"))
                                        .withRequestBody(matchingJsonPath("$.credential", equalTo(late))))
                                .size()
                        >= 2);

        auth.removeStub(down);
        allow(late, "documents:write");

        awaitState(awaitListed("late"), "indexed");
        assertThat(kafka.all(
                        letter -> original(sent).equals(letter.path("original").asText())))
                .isEmpty();
    }

    private void allow(String credential, String scope) {
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(credential)))
                .willReturn(
                        AuthServerResource.grants(tenant, TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), scope)));
    }

    private RecordMetadata publish(String lane, String name, String type, String value) {
        return kafka.publish(topic(lane), tenant + "/" + name, KafkaPeer.cloudEvent(type, key), value);
    }

    private void publishAt(String time, String value) {
        var headers = new HashMap<>(KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key));
        headers.put(Headers.CE_TIME, time);
        kafka.publish(topic("normal"), tenant + "/times", headers, value);
    }

    private JsonNode assertDead(RecordMetadata sent, String reason) {
        var letter = kafka.value(kafka.await(
                value -> original(sent).equals(value.path("original").asText())));
        assertThat(letter.path("reason").asText()).startsWith(reason);
        assertThat(letter.path("stage").asText()).isEqualTo("intake");
        return letter;
    }

    private static String original(RecordMetadata sent) {
        return "kafka:%s/%d/%d".formatted(sent.topic(), sent.partition(), sent.offset());
    }

    private String awaitListed(String externalId) {
        return Awaitility.await()
                .until(
                        () -> caller().get(DOCUMENTS)
                                .then()
                                .extract()
                                .<String>path("data.find { it.external_id == '%s' }?.id".formatted(externalId)),
                        id -> id != null);
    }

    private static String topic(String lane) {
        return setting(IngestionResource.TOPIC_PREFIX) + lane;
    }
}
