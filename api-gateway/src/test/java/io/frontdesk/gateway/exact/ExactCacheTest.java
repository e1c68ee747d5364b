package io.frontdesk.gateway.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.contracts.reuse.SettledKind;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are given again by the gateway, and those that must not be. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class ExactCacheTest extends GatewayTest {
    private static final String QUESTION = "How long do I have to return a laptop?";

    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    @Inject
    MeterRegistry metrics;

    private final AtomicInteger generated = new AtomicInteger();
    private TestCaller caller;

    @BeforeEach
    void generationAnswersAnew() {
        caller = caller(Scope.CHAT);
        generation.plays(request -> {
            generated.incrementAndGet();
            Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew.")));
        });
        Kept.tell(state, caller);
    }

    @Test
    void aHitIsAnAnswerOfItsOwn() {
        Kept.keep(cache, caller, QUESTION);

        ValidatableResponse hit = asks("how long do I have to  return a laptop");

        hit.body("answer", equalTo("Kept."))
                .body("cache", equalTo("hit"))
                .body("id", not(equalTo(Told.ID.toString())))
                .body("conversation_id", not(equalTo(Told.CONVERSATION.toString())))
                .body("usage.completion_tokens", equalTo(0))
                .body("citations[0].quote", equalTo(Told.CITATION.quote()));
        assertThat(Long.parseLong(hit.extract().header("Age"))).isGreaterThanOrEqualTo(Kept.AGE.toSeconds());
        String id = hit.extract().path("id");
        asks(QUESTION).body("cache", equalTo("hit")).body("id", not(equalTo(id)));
        assertThat(generated).hasValue(0);
    }

    @Test
    void aHitIsStreamedInTheSameEvents() {
        Kept.keep(cache, caller, QUESTION);

        String events = streamed(Ids.next());

        assertThat(events.lines().filter(line -> line.startsWith("event:")))
                .containsExactly(
                        "event: answer.started",
                        "event: answer.delta",
                        "event: answer.citation",
                        "event: answer.completed");
        assertThat(events).contains("\"cache\":\"hit\"");
    }

    @Test
    void whoRepeatsARequestIsToldTheSameHit() {
        Kept.keep(cache, caller, QUESTION);
        UUID request = Ids.next();

        String first = streamed(request);

        assertThat(streamed(request)).isEqualTo(first);
        assertThat(streamed(Ids.next())).isNotEqualTo(first);
    }

    private String streamed(UUID request) {
        return caller.calls()
                .header(Headers.IDEMPOTENCY_KEY, request)
                .contentType("application/json")
                .body(Map.of("question", QUESTION, "stream", true))
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
    }

    @Test
    void aHitIsHandedOverToBeKept() {
        Kept.keep(cache, caller, QUESTION);

        String id = asks(QUESTION).extract().path("id");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        state.stream(String.class).xrange(GivenAgain.STREAM, StreamRange.of("-", "+")))
                .anySatisfy(entry -> {
                    assertThat(entry.payload())
                            .containsEntry("tenant", caller.tenant().toString())
                            .containsEntry("id", id);
                    GivenAgain kept = UpstreamJson.read(
                                    Buffer.buffer(entry.payload().get("json")), GivenAgain.Entry.class)
                            .givenAgain();
                    assertThat(kept.question()).isEqualTo(QUESTION);
                    assertThat(kept.answer().id()).hasToString(id);
                    assertThat(kept.answer().cache()).isEqualTo(Answer.Cache.HIT);
                    assertThat(kept.customer()).isNotBlank();
                }));
    }

    @Test
    void openAisClientsAreServedFromItToo() {
        Kept.keep(cache, caller, QUESTION);

        caller.calls()
                .contentType("application/json")
                .body(Map.of("model", "frontdesk", "messages", List.of(Map.of("role", "user", "content", QUESTION))))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .body("choices[0].message.content", equalTo("Kept."));
        assertThat(generated).hasValue(0);
    }

    @Test
    void anEntryInMemoryIsLookedAtAgainWhenTheKnowledgeHasChanged() {
        Kept.keep(cache, caller, QUESTION);
        asks(QUESTION).body("cache", equalTo("hit"));
        double fromMemory = count("hit", "memory");
        asks(QUESTION).body("cache", equalTo("hit"));
        assertThat(count("hit", "memory") - fromMemory).isOne();
        assertThat(metrics.get("cache.hits")
                        .tag("layer", "answer_memory")
                        .functionCounter()
                        .count())
                .isEqualTo(count("hit", "memory"));

        tell(TenantState.KNOWLEDGE_VERSION, "8");
        asks(QUESTION).body("cache", equalTo("hit"));
        cache.value(String.class).set(key(QUESTION), "gone:9");
        tell(TenantState.KNOWLEDGE_VERSION, "9");

        asks(QUESTION).body("answer", equalTo("Anew.")).header("Age", nullValue());
    }

    @Test
    void nothingIsGivenAgainWhereItIsNotKnownWhatItHasToRestOn() {
        Kept.keep(cache, caller, QUESTION);
        double unknown = count("unknown", "none");

        state.key().del(TenantState.key(caller.tenant()));
        asks(QUESTION).body("cache", equalTo("miss"));
        tell(TenantState.KNOWLEDGE_VERSION, "7");
        asks(QUESTION).body("cache", equalTo("miss"));
        tell(TenantState.ANSWER_KIND, new SettledKind(0, Kept.KIND).text());
        tell(TenantState.ANSWER_SETTINGS_VERSION, "1");
        asks(QUESTION).body("cache", equalTo("miss"));

        assertThat(count("unknown", "none") - unknown).isGreaterThanOrEqualTo(3);
    }

    @Test
    void answersMadeInAnotherWayAreNotGiven() {
        Kept.keep(cache, caller, QUESTION);

        tell(TenantState.ANSWER_KIND, new SettledKind(0, new AnswerKind("answer-v3", "extractive")).text());

        asks(QUESTION).body("cache", equalTo("miss"));
    }

    @Test
    void aQuestionOfAConversationIsForGeneration() {
        Kept.keep(cache, caller, QUESTION);

        caller.calls()
                .contentType("application/json")
                .body(Map.of("question", QUESTION, "conversation_id", Ids.next()))
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .body("cache", equalTo("miss"));
    }

    @Test
    void anotherTenantsAnswerIsNotGivenThoughItStoodUnderTheKey() {
        var another = UpstreamJson.write(new KeptAnswer(
                ExactAnswers.key(Ids.next(), List.of(), Kept.KIND, QUESTION, Map.of(), 8),
                Instant.now(),
                Told.answer("Another's.")));
        cache.value(String.class).set(key(QUESTION), ExactAnswers.entry(7, another.toString()));

        asks(QUESTION).body("answer", equalTo("Anew."));
    }

    @Test
    void anEntryLivesLongerWithUse() {
        Kept.keep(cache, caller, QUESTION);
        cache.key().pexpire(key(QUESTION), 1_000_000);

        for (int i = 0; i < 4; i++) {
            tell(TenantState.KNOWLEDGE_VERSION, Integer.toString(8 + i));
            asks(QUESTION).body("cache", equalTo("hit"));
        }

        assertThat(cache.key().pttl(key(QUESTION))).isBetween(1_800_001L, 2_400_000L);
    }

    @Test
    void isReadLeniently() {
        cache.value(String.class).set(key(QUESTION), "of another release");

        asks(QUESTION).body("answer", equalTo("Anew."));
    }

    private String key(String question) {
        return Kept.key(caller, question);
    }

    private void tell(String field, String value) {
        state.hash(String.class).hset(TenantState.key(caller.tenant()), field, value);
    }

    private ValidatableResponse asks(String question) {
        return caller.calls()
                .contentType("application/json")
                .body(Map.of("question", question))
                .post("/v1/answers")
                .then()
                .statusCode(200);
    }

    private double count(String outcome, String from) {
        var counter = metrics.find("frontdesk_answer_cache")
                .tags("outcome", outcome, "from", from)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
