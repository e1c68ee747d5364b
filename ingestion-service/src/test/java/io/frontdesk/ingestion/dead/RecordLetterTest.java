package io.frontdesk.ingestion.dead;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.IngestionResource;
import io.frontdesk.ingestion.KafkaPeer;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.frontdesk.testing.ToldEvents;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that never became documents. */
@QuarkusTest
class RecordLetterTest extends ServiceTest {
    private static final String LETTERS = "/internal/v1/dead-letters";
    private static final String ALL_LETTERS = "/internal/v1/admin/dead-letters";
    private static final String GOOD = "{\"external_id\": \"faq\", \"text\": \"We open at nine.\"}";

    private final String key = "fd_test_" + tenant;
    private KafkaPeer kafka;

    @Inject
    RecordLetters records;

    /** Of the tables' owner, whom row-level security does not bind. */
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

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
    void keepsForTheTenantOfAValidKeyWhatIsNoDocument() throws SQLException {
        String secret = "fd_abcd1234_" + "s3cret".repeat(8);
        String value = "{\"external_id\": \"faq\", \"text\": [\"%s\", \"%s\"]}".formatted(key, secret);

        var sent = publish(value);

        String letter = awaitLetter(caller(), LETTERS, sent);
        caller().get(LETTERS + "/" + letter)
                .then()
                .statusCode(200)
                .body("tenant_id", is(tenant.toString()))
                .body("document_id", nullValue())
                .body("external_id", is("faq"))
                .body("stage", is("intake"))
                .body("code", is("malformed"))
                .body("attempts", is(1))
                .body("original_kept", is(true))
                .body("headers", hasEntry(Headers.CE_TYPE, DocumentIntake.UPSERTED))
                .body("headers", not(hasKey(Headers.INTAKE_KEY)));
        caller().get(LETTERS + "/" + letter + "/original")
                .then()
                .statusCode(200)
                .body(is("{\"external_id\": \"faq\", \"text\": [\"[redacted]\", \"[redacted]\"]}"));
        assertThat(row(letter)).isNotEmpty().doesNotContain(key).doesNotContain(secret);
        var told = kafka.await(
                event -> original(sent).equals(event.path("original").asText()));
        assertThat(ToldEvents.header(told, Headers.CE_TENANT_ID)).isEqualTo(tenant.toString());
    }

    @Test
    void keepsForTheOperatorAloneWhatIsNobodys() {
        var headers = new HashMap<>(KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key));
        headers.remove(Headers.INTAKE_KEY);
        headers.put(Headers.CE_TENANT_ID, tenant.toString());

        var sent = kafka.publish(topic(), "anonymous", headers, GOOD);

        String letter = awaitLetter(operator(), ALL_LETTERS, sent);
        operator()
                .get(ALL_LETTERS + "/" + letter)
                .then()
                .body("tenant_id", nullValue())
                .body("code", is("no_key"))
                .body("original", is(original(sent)));
        operator().get(ALL_LETTERS + "/" + letter + "/original").then().body(is(GOOD));
        caller().get(LETTERS).then().body("data", empty());
        caller().get(LETTERS + "/" + letter).then().statusCode(404);
        caller().get(LETTERS + "/" + letter + "/original").then().statusCode(404);
        caller().post(LETTERS + "/" + letter + "/replay").then().statusCode(404);
    }

    @Test
    void takesARecordForTheTenantThatTheOperatorNames() {
        allow("fd_reader_" + tenant, "documents:read");
        var sent = kafka.publish(
                topic(), "reader", KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, "fd_reader_" + tenant), GOOD);
        String letter = awaitLetter(operator(), ALL_LETTERS, sent);

        operator()
                .post(ALL_LETTERS + "/" + letter + "/replay")
                .then()
                .statusCode(200)
                .body("outcome", is("tenant_unknown"));
        operator()
                .post(ALL_LETTERS + "/" + letter + "/replay?tenant_id=" + tenant)
                .then()
                .statusCode(200)
                .body("outcome", is("replayed"));

        awaitState(awaitListed("faq"), "indexed").body("version", is(1));
        operator().get(ALL_LETTERS + "/" + letter).then().statusCode(404);
    }

    @Test
    void keepsARecordThatIsRefusedAgainWithItsNewReason() {
        String letter = awaitLetter(caller(), LETTERS, publish("{\"external_id\": "));

        replay(letter).statusCode(200).body("outcome", is("refused")).body("reason", startsWith("malformed: "));

        caller().get(LETTERS + "/" + letter).then().body("attempts", is(2));
        replay(letter).body("outcome", is("refused"));
    }

    @Test
    void keepsNoValueThatIsTooLarge() {
        String letter = awaitLetter(caller(), LETTERS, publish("x".repeat(65 * 1024)));

        caller().get(LETTERS + "/" + letter).then().body("original_kept", is(false));
        caller().get(LETTERS + "/" + letter + "/original")
                .then()
                .statusCode(404)
                .body("detail", startsWith("The original"));
        replay(letter).statusCode(200).body("outcome", is("original_missing"));
    }

    @Test
    void takesBytesThatAreNoTextAsTheyAre() {
        byte[] noise = new byte[4_096];
        ThreadLocalRandom.current().nextBytes(noise);
        noise[0] = 0;

        String letter = awaitLetter(
                caller(), LETTERS, kafka.publish(topic(), "noise\0", KafkaPeer.cloudEvent("x\0", key), noise));

        assertThat(caller().get(LETTERS + "/" + letter + "/original").asByteArray())
                .isEqualTo(noise);
    }

    @Test
    void keepsARecordThatComesAgainOnce() throws SQLException {
        var kept = kept(Map.of());
        var refusal = new Refusal("malformed", "malformed: it is no JSON");
        String original = "kafka:%s/%d/%d".formatted(kept.topic(), kept.partition(), kept.offset());

        for (int time = 0; time < 3; time++) {
            records.keep(tenant, null, kept, refusal).await().atMost(Duration.ofSeconds(10));
        }

        caller().get(LETTERS).then().body("data.original", is(List.of(original)));
        kafka.await(event -> original.equals(event.path("original").asText()));
        publish("{\"external_id\": \"after\", \"text\": \"Later.\"}");
        awaitListed("after");
        assertThat(kafka.all(event -> original.equals(event.path("original").asText())))
                .hasSize(1);
    }

    @Test
    void replaysByReasonWhatTheTenantHasFixed() {
        var kept = kept(KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, "dropped"));
        records.keep(tenant, "faq", kept, new Refusal("refused_key", "refused_key: the key is not valid"))
                .await()
                .atMost(Duration.ofSeconds(10));

        caller().contentType("application/json")
                .body(Map.of("reason", "refused_key", "stage", "intake"))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("matched", is(1))
                .body("replayed", is(1));

        awaitState(awaitListed("faq"), "indexed");
        caller().get(LETTERS).then().body("data", empty());
    }

    private KeptRecord kept(Map<String, String> headers) {
        return new KeptRecord(
                "test." + tenant,
                1,
                42,
                Instant.ofEpochMilli(1_700_000_000_000L),
                Lane.NORMAL,
                null,
                headers,
                Buffer.buffer(GOOD));
    }

    private void allow(String credential, String scope) {
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(credential)))
                .willReturn(
                        AuthServerResource.grants(tenant, TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), scope)));
    }

    private RecordMetadata publish(String value) {
        return kafka.publish(topic(), tenant + "/x", KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key), value);
    }

    private ValidatableResponse replay(String letter) {
        return caller().post(LETTERS + "/" + letter + "/replay").then();
    }

    private static String awaitLetter(RequestSpecification who, String letters, RecordMetadata sent) {
        String path = "data.find { it.original == '%s' }?.id".formatted(original(sent));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> who.get(letters + "?limit=200").then().extract().<String>path(path), id -> id != null);
    }

    private String awaitListed(String externalId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> caller().get(DOCUMENTS)
                                .then()
                                .extract()
                                .<String>path("data.find { it.external_id == '%s' }?.id".formatted(externalId)),
                        id -> id != null);
    }

    private String row(String letter) throws SQLException {
        try (Connection connection = owner.getConnection();
                var statement = connection.prepareStatement(
                        "select t::text || convert_from(value, 'UTF8') from dead_letter t where id = ?")) {
            statement.setObject(1, UUID.fromString(letter));
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static String original(RecordMetadata sent) {
        return "kafka:%s/%d/%d".formatted(sent.topic(), sent.partition(), sent.offset());
    }

    private static String topic() {
        return setting(IngestionResource.TOPIC_PREFIX) + "normal";
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR));
    }
}
