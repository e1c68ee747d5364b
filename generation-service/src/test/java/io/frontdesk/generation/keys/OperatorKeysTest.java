package io.frontdesk.generation.keys;

import static io.frontdesk.generation.Passages.RETURNS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.answer.AnswerClient;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.generation.answer.LlmResource;
import io.frontdesk.generation.answer.Retrieval;
import io.frontdesk.simulator.LlmSimulator;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that the operator adds while the service runs, beside one of the environment. */
@QuarkusTest
@WithTestResource(value = LlmResource.class, initArgs = @ResourceArg(name = "model", value = "sim-401"))
class OperatorKeysTest extends ServiceTest {
    private static final String KEYS = "/internal/v1/admin/llm-keys";
    private static final String SECRET = "sk-operators-own";

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    LlmSimulator simulator;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource
    URI service;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Owner owner;

    @Test
    void usesAKeyFromTheMomentItIsAddedUntilItIsRemoved() {
        Retrieval.finds(retrieval, RETURNS);
        assertThat(model()).isEqualTo("extractive");

        String id = add("added", Map.of("requests_per_day", 10));

        assertThat(model()).isEqualTo("sim");
        operator()
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("data.alias", hasItem("openai"))
                .body("data.find { it.alias == 'openai' }.origin", equalTo("installation"))
                .body("data.find { it.alias == 'openai' }.state.out", equalTo("key_refused"))
                .body("data.find { it.alias == 'added' }.state.requests_today", equalTo(1));
        await().untilAsserted(() -> assertThat(given().get(metrics).asString())
                .containsPattern("(?m)^api_keys_total 2")
                .containsPattern("(?m)^api_keys_healthy 1")
                .containsPattern("(?m)^api_keys_circuit_open 0")
                .contains("api_requests_per_minute_current{key=\"added\"} 1")
                .contains("frontdesk_llm_quota_used_ratio{key=\"added\"} 0.1"));

        operator().delete(KEYS + "/{id}", id).then().statusCode(204);

        assertThat(model()).isEqualTo("extractive");
        operator().get(KEYS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void storesTheSecretSealedAndNeverShowsIt() {
        String id = add("sealed", Map.of("enabled", false));

        assertThat(owner.strings("select sealed_secret from generation.llm_key where id = ?::uuid", id))
                .hasSize(1)
                .noneMatch(stored -> stored.contains(SECRET));
        String shown = operator().get(KEYS + "/{id}", id).asString();
        assertThat(shown).doesNotContain(SECRET).doesNotContain("secret");
        operator().delete(KEYS + "/{id}", id);
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        String id = add("changed", Map.of("enabled", false, "priority", 7));

        operator()
                .body(Map.of("model", "sim-len9", "tokens_per_minute", 5_000))
                .patch(KEYS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("model", equalTo("sim-len9"))
                .body("tokens_per_minute", equalTo(5_000))
                .body("priority", equalTo(7))
                .body("enabled", equalTo(false));
        operator().delete(KEYS + "/{id}", id);
    }

    @Test
    void takesAKeyInAgainWhereTheOperatorResetsIt() {
        Retrieval.finds(retrieval, RETURNS);
        model();
        String id = operator().get(KEYS).path("data.find { it.alias == 'openai' }.id");

        operator()
                .post(KEYS + "/{id}/reset", id)
                .then()
                .statusCode(200)
                .body("state.out", equalTo(null))
                .body("state.usable_in_seconds", equalTo(0));
    }

    @Test
    void refusesWhatCannotBe() {
        String id = add("taken", Map.of("enabled", false));

        operator().body(key("taken", Map.of())).post(KEYS).then().statusCode(409);
        operator().body(key("openai", Map.of())).post(KEYS).then().statusCode(409);
        operator()
                .body(key("Not An Alias", Map.of()))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("field", equalTo("alias"));
        operator()
                .body(key("negative", Map.of("tokens_per_day", -1)))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("field", equalTo("tokens_per_day"));
        for (String price : List.of("-1", "1E+400", "1E-999999")) {
            operator()
                    .body(key("dear", Map.of("prompt_price", new BigDecimal(price))))
                    .post(KEYS)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("prompt_price"));
        }
        String installed = operator().get(KEYS).path("data.find { it.alias == 'openai' }.id");
        operator().delete(KEYS + "/{id}", installed).then().statusCode(409);
        operator().delete(KEYS + "/{id}", Ids.next()).then().statusCode(404);
        operator().delete(KEYS + "/{id}", id).then().statusCode(204);
    }

    @Test
    void isForTheOperatorAlone() {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.ADMIN))
                .get(KEYS)
                .then()
                .statusCode(403);
    }

    private String add(String alias, Map<String, Object> more) {
        return operator()
                .body(key(alias, more))
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("origin", equalTo("operator"))
                .body("$", not(hasItem("secret")))
                .extract()
                .path("id");
    }

    private Map<String, Object> key(String alias, Map<String, Object> more) {
        Map<String, Object> key = new HashMap<>(Map.of(
                "alias",
                alias,
                "provider",
                "sim",
                "base_url",
                simulator.baseUrl().toString(),
                "secret",
                SECRET,
                "model",
                "sim"));
        key.putAll(more);
        return key;
    }

    private String model() {
        Event last = new AnswerClient(service, TestTokens.bearer(tenant, Scope.CHAT))
                .ask("How long do I have to return a laptop?")
                .getLast();
        return last.data().path("answer").path("model").asText();
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .contentType(ContentType.JSON);
    }
}
