package io.frontdesk.gateway.cache;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.frontdesk.gateway.exact.Kept;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
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

    @Test
    void theOperatorAsksInATenantsName() {
        UUID tenant = Ids.next();
        String bearer = TestTokens.bearer(tenant, Scope.CHAT);
        auth.stubFor(post("/internal/v1/tenants/" + tenant + "/tokens")
                .willReturn(AuthServerResource.grants(tenant, bearer, Scope.CHAT.wireName())));
        TestCaller operator = caller(Scope.OPERATOR);
        generation.plays(request -> {
            asked.add(request.getHeader("Authorization"));
            Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew.")));
        });

        warm(operator, Map.of("tenant_id", tenant, "questions", List.of("One?", "Two?")))
                .statusCode(200)
                .body("answered", is(2))
                .body("failed", is(0));

        assertThat(asked).containsExactly(bearer, bearer);
        auth.verify(postRequestedFor(urlEqualTo("/internal/v1/tenants/" + tenant + "/tokens"))
                .withHeader("Authorization", equalTo(operator.bearer())));
    }

    @Test
    void whatTheOperatorsOwnTenantRestsOnSaysNothingOfAnother() {
        UUID tenant = Ids.next();
        var asTenant = new TestCaller(tenant, "", TestTokens.bearer(tenant, Scope.CHAT));
        auth.stubFor(post("/internal/v1/tenants/" + tenant + "/tokens")
                .willReturn(AuthServerResource.grants(tenant, asTenant.bearer(), Scope.CHAT.wireName())));
        TestCaller operator = caller(Scope.OPERATOR);
        Kept.tell(state, operator);
        Kept.keep(cache, asTenant, "Is this known?");
        generation.plays(request -> Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Anew."))));

        warm(operator, Map.of("tenant_id", tenant, "questions", List.of("Is this known?")))
                .statusCode(200)
                .body("known", is(0))
                .body("answered", is(1));
    }

    @Test
    void theOperatorIsToldOfATenantThatIsNotThere() {
        UUID nobody = Ids.next();
        auth.stubFor(post("/internal/v1/tenants/" + nobody + "/tokens")
                .willReturn(jsonResponse("{\"type\": \"/problems/not-found\", \"status\": 404}", 404)));

        warm(caller(Scope.OPERATOR), Map.of("tenant_id", nobody, "questions", List.of("One?")))
                .statusCode(404);
        warm(caller(Scope.OPERATOR), Map.of("questions", List.of("One?")))
                .statusCode(400)
                .body("field", is("tenant_id"));
        warm(caller(Scope.OPERATOR), Map.of("tenant_id", nobody))
                .statusCode(400)
                .body("field", is("questions"));
        warm(caller(Scope.ADMIN, Scope.CHAT), Map.of("tenant_id", nobody, "questions", List.of("One?")))
                .statusCode(403);
    }

    private static ValidatableResponse warm(TestCaller by, Map<String, ?> body) {
        return by.calls()
                .contentType("application/json")
                .body(body)
                .post("/v1/admin/cache/questions")
                .then();
    }
}
