package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What gateways find of the answers that were offered. */
@QuarkusTest
class ExactAnswersTest extends AnswersTest {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final String ANSWER = "30 days. [1]";

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void publish() {
        index(document, 1, "Returns", "You can return a laptop within 30 days of delivery.");
    }

    @Test
    void anAnswerIsFoundByWhoeverAsksTheSame() throws JsonProcessingException {
        var offer = answer(asker(), QUESTION, ANSWER);

        KeptAnswer found =
                json.readValue(found("how long do I have to return a laptop").orElseThrow(), KeptAnswer.class);

        assertThat(found.key()).isEqualTo(key(QUESTION));
        assertThat(found.answer().answer()).isEqualTo(ANSWER);
        assertThat(offer.get("answer")).asString().contains(found.answer().id().toString());
        assertThat(cache.key().ttl(key(QUESTION))).isBetween(1L, 600L);
    }

    @Test
    void anEditTakesItAway() {
        answer(asker(), QUESTION, ANSWER);

        index(document, 2, "Returns", "You can return a laptop within 45 days of delivery.");

        assertThat(found(QUESTION)).isEmpty();
    }

    @Test
    void oneThatTheCacheHasForgottenIsFoundAgainOnceItIsAskedFor() {
        answer(asker(), QUESTION, ANSWER);
        cache.key().del(key(QUESTION));

        assertThat(known(asker(), "What is the return period for laptops?")).isEqualTo(ANSWER);
        assertThat(found(QUESTION)).isEmpty();
        assertThat(known(asker(), QUESTION)).isEqualTo(ANSWER);

        await().untilAsserted(() -> assertThat(found(QUESTION)).isPresent());
    }

    @Test
    void whatAVisitorAskedIsFoundByNobody() {
        String visitor = as("visitor:" + Ids.next());
        answer(visitor, QUESTION, ANSWER);

        assertThat(known(visitor, QUESTION)).isEqualTo(ANSWER);

        assertThat(found(QUESTION)).isEmpty();
    }

    @Test
    void whatAVisitorAskedIsFoundWhereTheTenantAllowsIt() {
        String visitor = as("visitor:" + Ids.next());
        var offer = offerFor(asks(visitor, QUESTION), QUESTION, ANSWER);
        offer.put("shared", true);

        offers(visitor, offer).statusCode(200);

        assertThat(found(QUESTION)).isPresent();
    }

    @Test
    void anAnswerThatIsRefusedIsNotStored() {
        var offer = offerFor(asks(asker(), QUESTION), QUESTION, ANSWER);
        index(Ids.next(), 1, "Another", "Our shop opens at nine.");

        assertThat(reason(offers(asker(), offer))).isEqualTo("knowledge_changed");

        assertThat(found(QUESTION)).isEmpty();
    }

    @Test
    void whatTheTenantClearsIsFoundByNobodyAndMayBeKeptAnew() {
        var late = offerFor(asks(asker(), QUESTION), QUESTION, "Late.");
        answer(asker(), QUESTION, ANSWER);

        clear("/answers", TestTokens.bearer(tenant, Scope.ADMIN))
                .statusCode(200)
                .body("cleared", equalTo(1));

        assertThat(found(QUESTION)).isEmpty();
        assertThat(known(asker(), QUESTION)).isNull();
        assertThat(reason(offers(asker(), late))).isEqualTo("knowledge_changed");
        assertThat(Long.parseLong(
                        state.hash(String.class).hget(TenantState.key(tenant), TenantState.KNOWLEDGE_VERSION)))
                .isEqualTo(asks(asker(), QUESTION).getLong("knowledge_version"));
        answer(asker(), QUESTION, "Anew.");
        assertThat(found(QUESTION)).hasValueSatisfying(kept -> assertThat(kept).contains("Anew."));
    }

    @Test
    void clearingWhatIsNotThereDoesNothing() {
        clear("/answers", TestTokens.bearer(tenant, Scope.ADMIN))
                .statusCode(200)
                .body("cleared", equalTo(0));
    }

    @Test
    void theOperatorClearsThoseOfAllTenants() {
        answer(asker(), QUESTION, ANSWER);

        clear("/admin/answers", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .statusCode(200)
                .body("cleared", greaterThanOrEqualTo(1));

        assertThat(found(QUESTION)).isEmpty();
    }

    @Test
    void theEndOfATenantTakesThemAway() {
        answer(asker(), QUESTION, ANSWER);

        given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/{tenant}", tenant)
                .then()
                .statusCode(204);

        assertThat(found(QUESTION)).isEmpty();
    }

    @Test
    void noOtherScopeClears() {
        clear("/answers", asker()).statusCode(403);
        clear("/admin/answers", TestTokens.bearer(tenant, Scope.ADMIN)).statusCode(403);
    }

    private static ValidatableResponse clear(String path, String token) {
        return given().header("Authorization", token)
                .delete("/internal/v1" + path)
                .then();
    }

    private Optional<String> found(String question) {
        return Optional.ofNullable(cache.value(String.class).get(key(question))).flatMap(ExactAnswers::payload);
    }

    private String key(String question) {
        var kind = new AnswerKind("answer-v1", "extractive");
        return ExactAnswers.key(tenant, List.of(), kind, question, Map.of(), 8);
    }
}
