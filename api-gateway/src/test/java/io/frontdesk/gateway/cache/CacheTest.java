package io.frontdesk.gateway.cache;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.exact.Kept;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class CacheTest extends GatewayTest {
    @Inject
    @RedisClientName("state")
    RedisDataSource state;

    @Inject
    @RedisClientName("answers")
    RedisDataSource cache;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void aTenantClearsItsOwn() {
        retrieval.stubFor(delete("/internal/v1/answers").willReturn(jsonResponse("{\"cleared\": 3}", 200)));
        TestCaller admin = caller(Scope.ADMIN);

        admin.calls().delete("/v1/cache").then().statusCode(200).body("cleared", is(3));

        retrieval.verify(deleteRequestedFor(urlEqualTo("/internal/v1/answers"))
                .withHeader("Authorization", equalTo(admin.bearer())));
        caller(Scope.CHAT).calls().delete("/v1/cache").then().statusCode(403);
    }

    @Test
    void theOperatorClearsThoseOfAll() {
        retrieval.stubFor(delete("/internal/v1/admin/answers").willReturn(jsonResponse("{\"cleared\": 30}", 200)));

        caller(Scope.OPERATOR)
                .calls()
                .delete("/v1/admin/cache")
                .then()
                .statusCode(200)
                .body("cleared", is(30));

        caller(Scope.ADMIN).calls().delete("/v1/admin/cache").then().statusCode(403);
    }

    @Test
    void questionsAreAskedBeforeCustomersDo() {
        TestCaller admin = caller(Scope.ADMIN, Scope.CHAT);
        Kept.tell(state, admin);
        Kept.keep(cache, admin, "Is this known?");
        generation.plays(request -> request.body().onSuccess(body -> {
            String question = body.toJsonObject().getString("question");
            asked.add(question);
            if (question.startsWith("Bad")) {
                request.response().setStatusCode(503).end();
            } else {
                Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew.")));
            }
        }));
        List<String> questions = IntStream.range(0, 9)
                .mapToObj(i -> i == 0 ? "Is this known?" : i == 1 ? "Bad question" : "Question " + i)
                .toList();

        admin.calls()
                .contentType("application/json")
                .body(Map.of("questions", questions))
                .post("/v1/cache/questions")
                .then()
                .statusCode(200)
                .body("known", is(1))
                .body("answered", is(7))
                .body("failed", is(1));

        assertThat(asked).contains("Question 2", "Question 8").doesNotContain("Is this known?");
    }

    @Test
    void noListOfQuestionsIsRefused() {
        TestCaller admin = caller(Scope.ADMIN);
        for (String body : List.of("{}", "{\"questions\": []}", "{\"questions\": [\"\"]}", "{\"questions\": [null]}")) {
            admin.calls()
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/cache/questions")
                    .then()
                    .statusCode(400)
                    .body("type", is("/problems/invalid-field"));
        }
    }
}
