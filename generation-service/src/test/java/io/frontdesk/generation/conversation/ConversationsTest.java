package io.frontdesk.generation.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.answer.Retrieval;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConversationsTest.Forgetful.class)
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class ConversationsTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CONVERSATION = Pattern.compile("\"conversation_id\":\"([0-9a-f-]{36})\"");
    private static final Duration LONG = Duration.ofDays(365);

    /** Looks often for what is due. */
    public static class Forgetful implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("frontdesk.conversations.purge-every", "200ms");
        }
    }

    @Inject
    Owner owner;

    @Inject
    ConversationStore kept;

    @Inject
    HistoryStore recent;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void keepsWhatWasAskedAndAnsweredAndWhatWasMeant() {
        Retrieval.finds(retrieval, Passages.RETURNS);
        String conversation = ask(Map.of("question", "How long do I have to return a laptop?"));
        ask(Map.of("question", "And for phones?", "conversation_id", conversation));

        await().atMost(PATIENCE).untilAsserted(() -> as("test-caller", Scope.CHAT)
                .get("/internal/v1/conversations/" + conversation)
                .then()
                .statusCode(200)
                .body("customer_id", equalTo("test-caller"))
                .body("turns.question", contains("How long do I have to return a laptop?", "And for phones?"))
                .body("turns[0].standalone_question", nullValue())
                .body("turns[1].standalone_question", equalTo("How long do I have to return phones?"))
                .body(
                        "turns[0].document_ids",
                        contains(Passages.RETURNS.documentId().toString()))
                .body("turns[0].answer", not(empty())));
    }

    @Test
    void showsCustomersTheirOwnAndAnalystsAll() {
        UUID first = said("visitor:ann", "One?");
        UUID second = said("visitor:bob", "Two?");
        UUID third = said("visitor:ann", "Three?");

        list("visitor:ann", Scope.CHAT).body("data.id", contains(third.toString(), first.toString()));
        list("visitor:ann", Scope.ANALYTICS)
                .body("data.id", contains(third.toString(), second.toString(), first.toString()))
                .body("data[2].first_question", equalTo("One?"))
                .body("data[2].turns", equalTo(1));
        list("?customer_id=visitor:bob", "boss", Scope.ANALYTICS).body("data.customer_id", contains("visitor:bob"));
        list("?customer_id=visitor:bob", "visitor:ann", Scope.CHAT).body("data", empty());
        String next = list("?limit=2", "boss", Scope.ANALYTICS)
                .body("data", hasSize(2))
                .body("next_cursor", notNullValue())
                .extract()
                .path("next_cursor");
        list("?limit=2&cursor=" + next, "boss", Scope.ANALYTICS)
                .body("data.id", contains(first.toString()))
                .body("next_cursor", nullValue());
        as("boss", Scope.ANALYTICS)
                .get("/internal/v1/conversations?customer_id={id}", "a\0b")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"));
        as("boss", Scope.ANALYTICS)
                .get("/internal/v1/conversations?limit=0")
                .then()
                .statusCode(400);
        as("boss", Scope.ANALYTICS)
                .get("/internal/v1/conversations?cursor=x")
                .then()
                .statusCode(400);
    }

    @Test
    void showsAndForgetsNoneOfOthers() {
        UUID conversation = said("visitor:ann", "One?");

        for (var stranger : List.of(as("visitor:bob", Scope.CHAT), as(Ids.next(), "visitor:ann", Scope.ANALYTICS))) {
            stranger.get("/internal/v1/conversations/" + conversation)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
            stranger.delete("/internal/v1/conversations/" + conversation).then().statusCode(404);
        }
        as("visitor:ann", Scope.CHAT)
                .get("/internal/v1/conversations/" + conversation)
                .then()
                .statusCode(200);
    }

    @Test
    void forgetsAConversationInBothPlaces() {
        Retrieval.finds(retrieval, Passages.RETURNS);
        UUID conversation = said("test-caller", "One?");
        assertThat(recentKeys()).hasSize(1);

        as("test-caller", Scope.CHAT)
                .delete("/internal/v1/conversations/" + conversation)
                .then()
                .statusCode(204);

        assertThat(recentKeys()).isEmpty();
        as("test-caller", Scope.CHAT)
                .contentType(ContentType.JSON)
                .body(Map.of("question", "And for phones?", "conversation_id", conversation))
                .post("/internal/v1/answers")
                .then()
                .statusCode(404);
    }

    @Test
    void tellsAndErasesAllThatIsKeptAboutACustomer() {
        Retrieval.finds(retrieval, Passages.RETURNS);
        ask(Map.of("question", "How long do I have to return a laptop?"));
        UUID another = said("visitor:bob", "Two?");
        await().atMost(PATIENCE)
                .untilAsserted(() -> list("test-caller", Scope.CHAT).body("data", hasSize(1)));

        as("boss", Scope.ADMIN)
                .get("/internal/v1/customers/test-caller/export")
                .then()
                .statusCode(200)
                .body("data.conversations", hasSize(1))
                .body("data.conversations[0].turns", hasSize(1))
                .body("data.answers[0].question", equalTo("How long do I have to return a laptop?"));
        as(Ids.next(), "boss", Scope.ADMIN)
                .delete("/internal/v1/customers/test-caller")
                .then()
                .statusCode(204);
        assertThat(owner.strings("select customer from answer where tenant_id = ?", tenant))
                .containsExactly("test-caller");
        as("boss", Scope.ADMIN)
                .delete("/internal/v1/customers/test-caller")
                .then()
                .statusCode(204);

        as("boss", Scope.ADMIN)
                .get("/internal/v1/customers/test-caller/export")
                .then()
                .statusCode(200)
                .body("data.conversations", empty())
                .body("data.answers", empty());
        assertThat(owner.strings("select customer from answer where tenant_id = ?", tenant))
                .isEmpty();
        assertThat(owner.strings("select customer from conversation where tenant_id = ?", tenant))
                .containsExactly("visitor:bob");
        assertThat(recentKeys()).singleElement().asString().endsWith(another.toString());
    }

    @Test
    void keepsNoTurnInAConversationOfAnotherCustomer() {
        UUID conversation = said("visitor:ann", "One?");

        keep(conversation, "visitor:bob", "Two?", Instant.now(), LONG);

        assertThat(owner.strings("select question from conversation_turn where tenant_id = ?", tenant))
                .containsExactly("One?");
    }

    @Test
    void forgetsWhatIsKeptNoLonger() {
        UUID fresh = said("visitor:ann", "One?");
        keep(Ids.next(), "visitor:ann", "Two?", Instant.now().minus(Duration.ofDays(31)), Duration.ofDays(30));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(owner.strings("select id from conversation where tenant_id = ?", tenant))
                    .containsExactly(fresh.toString());
            assertThat(owner.strings("select question from conversation_turn where tenant_id = ?", tenant))
                    .containsExactly("One?");
        });
    }

    private UUID said(String customer, String question) {
        UUID conversation = Ids.next();
        keep(conversation, customer, question, Instant.now(), LONG);
        return conversation;
    }

    private void keep(UUID conversation, String customer, String question, Instant at, Duration retention) {
        var turn = new Turn(Ids.next(), question, null, "Yes.", "answered", List.of(), at);
        kept.keep(tenant, List.of(new KeptTurn(conversation, customer, turn)), retention)
                .chain(() -> recent.add(new ConversationRef(tenant, conversation, customer), List.of(turn)))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> recentKeys() {
        return redis.key().keys("generation:{" + tenant + "}:conversation:*");
    }

    private String ask(Map<String, Object> question) {
        String events = as("test-caller", Scope.CHAT)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/internal/v1/answers")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var id = CONVERSATION.matcher(events);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private ValidatableResponse list(String subject, Scope... scopes) {
        return list("", subject, scopes);
    }

    private ValidatableResponse list(String query, String subject, Scope... scopes) {
        return as(subject, scopes)
                .get("/internal/v1/conversations" + query)
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(String subject, Scope... scopes) {
        return as(tenant, subject, scopes);
    }

    private static RequestSpecification as(UUID of, String subject, Scope... scopes) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.sign(
                                        TestTokens.claims(of, List.of(), scopes).subject(subject)));
    }
}
