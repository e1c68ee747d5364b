package io.frontdesk.generation.records;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.frontdesk.testing.ToldEvents.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.records.AnswerFinished;
import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.answer.Retrieval;
import io.frontdesk.testing.TestTokens;
import io.frontdesk.testing.ToldEvents;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class RecordsTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private static final String TAKE_AND_DIE = """
            redis.call('xadd', KEYS[1], '*', 'tenant', ARGV[1], 'id', ARGV[2], 'json', ARGV[3])
            return #redis.call('xreadgroup', 'group', 'postgres', 'replicas', 'streams', KEYS[1], '>')[1][2]""";

    @Inject
    Owner owner;

    @Inject
    Recorder recorder;

    @Inject
    FinishedStore finished;

    @Inject
    AnswerStore store;

    @Inject
    RecordJson json;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    private final RecordsOf records = new RecordsOf(tenant, "visitor:ann");

    @Test
    void keepsAnAnswerThatCanBeReadFromItsEndOn() {
        Retrieval.finds(retrieval, Passages.RETURNS);

        String id = ask();

        for (boolean folded : List.of(false, true)) {
            if (folded) {
                awaitAnswers(1);
            }
            get(id, Scope.CHAT)
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("question", equalTo(QUESTION))
                    .body("outcome", equalTo("answered"))
                    .body("cache", equalTo("miss"))
                    .body("model", equalTo("extractive"))
                    .body("usage.prompt_tokens", equalTo(0))
                    .body(
                            "citations[0].document_id",
                            equalTo(Passages.RETURNS.documentId().toString()));
            get(id + "/explain", Scope.CHAT)
                    .statusCode(200)
                    .body("steps.name", hasItems("search", "evidence"))
                    .body("total_ms", greaterThan(0))
                    .body(
                            "steps.find { it.name == 'search' }.found.passages[0].chunk_id",
                            equalTo(Passages.RETURNS.chunkId().toString()));
        }
        assertThat(owner.strings("select topic from answer where tenant_id = ?", tenant))
                .containsExactly(Passages.RETURNS.title());
    }

    @Test
    void keepsWhatFailed() {
        retrieval.stubFor(post("/internal/v1/search").willReturn(aResponse().withStatus(400)));

        ask();

        awaitAnswers(1);
        assertThat(owner.strings("select outcome || ' ' || reason from answer where tenant_id = ?", tenant))
                .containsExactly("failed /problems/upstream-failed");
        assertThat(owner.strings("select failed from hourly where tenant_id = ?", tenant))
                .containsExactly("1");
    }

    @Test
    void showsAnAnswerToWhoAskedAndToTheTenantsAnalystsAlone() {
        Retrieval.finds(retrieval, Passages.RETURNS);
        String id = ask();

        get(id, token(tenant, "another", Scope.CHAT)).statusCode(404).body("type", equalTo("/problems/not-found"));
        get(id, token(Ids.next(), "test-caller", Scope.CHAT, Scope.ANALYTICS)).statusCode(404);
        get(id, token(tenant, "another", Scope.ANALYTICS)).statusCode(200);
        get(id, token(tenant, "test-caller", Scope.SEARCH)).statusCode(403);
        get(id + "/explain", token(tenant, "another", Scope.CHAT)).statusCode(404);
    }

    @Test
    void countsARecordOnceHoweverOftenItComes() {
        var answer = records.answered(QUESTION, Instant.now(), Duration.ofMillis(300));
        for (int i = 0; i < 3; i++) {
            keep(answer);
        }
        keep(records.refused("Do you sell cars?", answer.createdAt()));

        awaitAnswers(2);
        awaitFolded(answer);

        assertThat(owner.strings("select questions || ' ' || refused from hourly where tenant_id = ?", tenant))
                .containsExactly("2 1");
        assertThat(owner.strings("select sum(answers) from hourly_latency where tenant_id = ?", tenant))
                .containsExactly("4");
        assertThat(owner.strings("select reason from unanswered where tenant_id = ?", tenant))
                .containsExactly("refused");
    }

    @Test
    void isRightWhereReplicasFoldTheSameAtOnce() {
        Instant hour = Instant.parse("2026-03-01T09:00:00Z");
        List<FinishedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(records.answered("Question " + i, hour.plusSeconds(60L * i), Duration.ofMillis(10L * i)));
        }
        List<Uni<Void>> folded = new ArrayList<>();
        for (int replica = 0; replica < 8; replica++) {
            List<FinishedAnswer> batch = new ArrayList<>(answers.subList(replica, 92 + replica));
            Collections.rotate(batch, 11 * replica);
            folded.add(store.keep(tenant, batch));
        }

        Uni.join().all(folded).andFailFast().await().atMost(PATIENCE);

        assertThat(owner.strings("select count(*) from answer where tenant_id = ?", tenant))
                .containsExactly("99");
        assertThat(owner.strings("select sum(questions) from hourly where tenant_id = ?", tenant))
                .containsExactly("99");
        assertThat(owner.strings("select sum(answers) from hourly_latency where tenant_id = ?", tenant))
                .containsExactly("198");
    }

    @Test
    void finishesWhatADeadReplicaHasTaken() {
        var answer = records.answered(QUESTION, Instant.now(), Duration.ofMillis(300));

        redis.execute(
                "EVAL",
                TAKE_AND_DIE,
                "1",
                RedisFinishedStore.STREAM,
                tenant.toString(),
                answer.id().toString(),
                json.write(answer));

        awaitAnswers(1);
        awaitFolded(answer);
    }

    @Test
    void isNotHeldUpByARecordThatNobodyCanRead() {
        redis.execute("XADD", RedisFinishedStore.STREAM, "*", "json", "{\"id\": 1}");
        redis.execute("XADD", RedisFinishedStore.STREAM, "*", "nothing", "at all");

        keep(records.answered("Question with \0 in it", Instant.now(), Duration.ofMillis(300)));

        awaitAnswers(1);
    }

    @Test
    void forgetsTheRecordsOfATenantThatHasGone() {
        given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/" + tenant)
                .then()
                .statusCode(204);
        var answer = records.answered(QUESTION, Instant.now(), Duration.ofMillis(300));

        keep(answer);

        awaitFolded(answer);
        assertThat(owner.strings("select id from answer where tenant_id = ?", tenant))
                .isEmpty();
    }

    @Test
    void tellsTheWorld() {
        try (var events = ToldEvents.ofThisTest(Topics.ANSWERS_EVENTS)) {
            var answer = records.answered(QUESTION, Instant.now(), Duration.ofMillis(300));
            keep(answer);
            keep(answer);

            List<ConsumerRecord<String, String>> told =
                    await().atMost(PATIENCE).until(() -> events.of(tenant), found -> !found.isEmpty());

            assertThat(told).singleElement().satisfies(event -> {
                var data = new JsonPath(event.value());
                assertThat(header(event, Headers.CE_TYPE)).isEqualTo(AnswerFinished.TYPE);
                assertThat(header(event, Headers.CE_TENANT_ID)).isEqualTo(tenant.toString());
                assertThat(data.getString("id")).isEqualTo(answer.id().toString());
                assertThat(data.getInt("usage.cost.micros")).isEqualTo(35);
                assertThat(data.getInt("total_ms")).isEqualTo(300);
                assertThat(event.value()).doesNotContain("laptop", "30 days");
            });
        }
    }

    @Test
    void countsNoMessageAsUnansweredThatWasNoQuestionToTheDocuments() {
        Retrieval.finds(retrieval);

        for (String message : List.of(
                "Tell me a joke",
                "This is unacceptable!",
                "I want to talk to a human",
                "Do you gift-wrap umbrellas?")) {
            ask(message);
        }

        awaitAnswers(4);
        assertThat(owner.strings(
                        "select question from unanswered join answer on id = answer_id where answer.tenant_id = ?",
                        tenant))
                .containsExactly("Do you gift-wrap umbrellas?");
    }

    private String ask() {
        return ask(QUESTION);
    }

    private String ask(String question) {
        String events = given().header("Authorization", TestTokens.bearer(tenant, Scope.CHAT))
                .contentType(ContentType.JSON)
                .body(Map.of("question", question))
                .post("/internal/v1/answers")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var id = ID.matcher(events);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private ValidatableResponse get(String path, Scope... scopes) {
        return get(path, TestTokens.bearer(tenant, scopes));
    }

    private static ValidatableResponse get(String path, String bearer) {
        return given().header("Authorization", bearer)
                .get("/internal/v1/answers/" + path)
                .then();
    }

    private static String token(UUID of, String subject, Scope... scopes) {
        return "Bearer "
                + TestTokens.sign(TestTokens.claims(of, List.of(), scopes).subject(subject));
    }

    @Test
    void keepsWhatAGatewayHasGivenAgainOnceWithItsTurn() {
        var before = (AnswerEvent.Completed) records.answered(QUESTION, Instant.now(), Duration.ofMillis(300))
                .end();
        Answer given = before.answer().toldAs(Ids.next(), Ids.next(), Answer.Cache.HIT);
        var hit = new GivenAgain(tenant, "key:1", QUESTION, given, Instant.now(), 1);

        for (int handedOver = 0; handedOver < 2; handedOver++) {
            redis.execute(
                    "XADD",
                    GivenAgain.STREAM,
                    "*",
                    "tenant",
                    tenant.toString(),
                    "id",
                    given.id().toString(),
                    "json",
                    json.write(new GivenAgain.Entry(hit)));
        }

        await().atMost(PATIENCE).until(() -> owner.strings("select hits from hourly where tenant_id = ?", tenant)
                .equals(List.of("1")));
        assertThat(owner.strings("select cache from answer where tenant_id = ?", tenant))
                .containsExactly("hit");
        await().atMost(PATIENCE)
                .until(() -> owner.strings("select customer from conversation where tenant_id = ?", tenant)
                        .equals(List.of("key:1")));
        assertThat(owner.strings("select question from conversation_turn where tenant_id = ?", tenant))
                .containsExactly(QUESTION);
    }

    private void keep(FinishedAnswer answer) {
        recorder.keep(answer).await().atMost(PATIENCE);
    }

    private void awaitAnswers(int number) {
        await().atMost(PATIENCE)
                .until(() -> owner.strings("select id from answer where tenant_id = ?", tenant)
                                .size()
                        == number);
    }

    private void awaitFolded(FinishedAnswer answer) {
        await().atMost(PATIENCE).until(() -> finished.find(tenant, answer.id())
                .await()
                .atMost(PATIENCE)
                .isEmpty());
    }
}
