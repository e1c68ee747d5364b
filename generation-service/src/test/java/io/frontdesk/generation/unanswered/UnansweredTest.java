package io.frontdesk.generation.unanswered;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.records.RecordsOf;
import io.frontdesk.generation.retrieval.Embeddings;
import io.frontdesk.generation.unanswered.UnansweredStore.Asked;
import io.frontdesk.kit.json.JsonConventions;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class UnansweredTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Double> CARS = List.of(1.0, 0.0, 0.1);
    private static final List<Double> ALSO_CARS = List.of(1.0, 0.1, 0.0);
    private static final List<Double> OPENING = List.of(0.0, 1.0, 0.0);

    @Peer(AuthServerResource.SERVICE)
    WireMockServer auth;

    @Inject
    Recorder recorder;

    @Inject
    UnansweredStore store;

    @Inject
    Owner owner;

    private final RecordsOf ann = new RecordsOf(tenant, "visitor:ann");

    @Test
    void groupsQuestionsInTheBackground() {
        letTheServiceWork();
        embed(CARS);
        keep(ann.refused("Do you sell cars?", NOON));
        awaitGrouped(1);
        embed(ALSO_CARS);
        keep(ann.refused("Can I buy a car from you?", NOON.plusSeconds(60)));
        awaitGrouped(2);
        embed(OPENING);
        keep(ann.refused("When do you open?", NOON));
        awaitGrouped(3);

        list(tenant, 50, null)
                .statusCode(200)
                .body("data", hasSize(2))
                .body("data.question", contains("Do you sell cars?", "When do you open?"))
                .body("data.count", contains(2, 1))
                .body("data[0].reasons.refused", is(2))
                .body("data[0].last_asked", is("2026-03-01T12:01:00Z"))
                .body("data[0].examples", contains("Can I buy a car from you?", "Do you sell cars?"))
                .body("next_cursor", nullValue());
        list(Ids.next(), 50, null).body("data", empty());
        given().header("Authorization", TestTokens.bearer(tenant, Scope.ANALYTICS))
                .queryParam("from", NOON.toString())
                .queryParam("to", NOON.plusSeconds(60).toString())
                .get("/internal/v1/analytics")
                .then()
                .body("top_unanswered.question", containsInAnyOrder("Do you sell cars?", "When do you open?"))
                .body("top_unanswered.count", contains(2, 1));
    }

    @Test
    void comparesVectorsOfOneModelOnly() throws IOException {
        FinishedAnswer first = ann.refused("Do you sell cars?", NOON);
        FinishedAnswer second = ann.refused("Can I buy a car from you?", NOON);
        keep(first, second);

        group(first, "small", CARS);
        group(second, "large", List.of(1.0, 0.0, 0.1, 0.0));

        assertThat(groups()).doesNotContainNull().doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void leavesAQuestionInTheGroupThatItHas() throws IOException {
        FinishedAnswer answer = ann.refused("Do you sell cars?", NOON);
        keep(answer);
        group(answer, "small", CARS);
        List<String> before = groups();

        group(answer, "small", OPENING);

        assertThat(groups()).isEqualTo(before);
        assertThat(owner.strings("select id from question_group where tenant_id = ?", tenant))
                .hasSize(1);
    }

    @Test
    void listsAllInPages() throws IOException {
        for (int i = 0; i < 5; i++) {
            FinishedAnswer answer = ann.refused("Question " + i, NOON.plusSeconds(i));
            keep(answer);
            int place = i;
            group(
                    answer,
                    "small",
                    IntStream.range(0, 5).mapToObj(j -> j == place ? 1.0 : 0.0).toList());
        }
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            var page = list(tenant, 2, cursor).statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("data.question", String.class));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("Question 4", "Question 3", "Question 2", "Question 1", "Question 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "AAAA",
                "_____________________________________________________________________________________w"
            })
    void refusesACursorThatIsNone(String cursor) {
        list(tenant, 50, cursor)
                .statusCode(400)
                .body("type", is("/problems/invalid-field"))
                .body("field", is("cursor"));
    }

    @Test
    void isForAnalystsOnly() {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.CHAT))
                .get("/internal/v1/unanswered")
                .then()
                .statusCode(403);
    }

    private void letTheServiceWork() {
        auth.stubFor(post("/internal/v1/client-tokens")
                .withRequestBody(matchingJsonPath("$.tenant_id", equalTo(tenant.toString())))
                .willReturn(AuthServerResource.grants(
                        tenant, TestTokens.bearer(tenant, Scope.SEARCH), Scope.Names.SEARCH)));
    }

    private void embed(List<Double> vector) {
        retrieval.stubFor(post("/internal/v1/embeddings").willReturn(jsonResponse(embeddings("small", vector), 200)));
    }

    private static Map<String, Object> embeddings(String model, List<Double> vector) {
        return Map.of("model", model, "data", List.of(Map.of("index", 0, "embedding", vector)));
    }

    private void group(FinishedAnswer answer, String model, List<Double> vector) throws IOException {
        var json = JsonConventions.mapper();
        var embeddings = json.readValue(json.writeValueAsBytes(embeddings(model, vector)), Embeddings.class);
        store.group(tenant, List.of(new Asked(answer.id(), answer.question())), embeddings, 0.85)
                .await()
                .atMost(PATIENCE);
    }

    private void keep(FinishedAnswer... answers) {
        for (FinishedAnswer answer : answers) {
            recorder.keep(answer).await().atMost(PATIENCE);
            await().atMost(PATIENCE).until(() -> !owner.strings("select id from answer where id = ?", answer.id())
                    .isEmpty());
        }
    }

    private void awaitGrouped(int number) {
        await().atMost(PATIENCE).until(() -> groups().size() == number);
    }

    private List<String> groups() {
        return owner.strings(
                "select group_id from unanswered where tenant_id = ? and group_id is not null order by 1", tenant);
    }

    private static ValidatableResponse list(UUID of, int limit, @Nullable String cursor) {
        var request = given().header("Authorization", TestTokens.bearer(of, Scope.ANALYTICS))
                .queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/internal/v1/unanswered")
                .then();
    }
}
