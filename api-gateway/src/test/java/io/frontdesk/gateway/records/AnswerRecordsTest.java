package io.frontdesk.gateway.records;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswerRecordsTest extends GatewayTest {
    private final UUID answer = Ids.next();
    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<String> sent = new CompletableFuture<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "/explain"})
    void showsAnAnswerAndWhyItIsWhatItIs(String what) throws Exception {
        answering(200, "application/json", "{\"id\": \"%s\"}".formatted(answer));
        var caller = caller(Scope.CHAT);

        caller.calls()
                .get("/v1/answers/" + answer + what)
                .then()
                .statusCode(200)
                .body("id", is(answer.toString()));

        assertThat(asked.get(5, SECONDS).path()).isEqualTo("/internal/v1/answers/" + answer + what);
        assertThat(asked.get().getHeader("Authorization")).isEqualTo(caller.bearer());
    }

    @Test
    void takesFeedback() throws Exception {
        answering(200, "application/json", "{\"rating\": \"down\"}");

        caller(Scope.CHAT)
                .calls()
                .contentType("application/json")
                .body("{\"rating\": \"down\", \"reason\": \"outdated\"}")
                .post("/v1/answers/" + answer + "/feedback")
                .then()
                .statusCode(200)
                .body("rating", is("down"));

        assertThat(asked.get(5, SECONDS).path()).isEqualTo("/internal/v1/answers/" + answer + "/feedback");
        assertThat(sent.get(5, SECONDS)).contains("\"rating\":\"down\"", "\"reason\":\"outdated\"");
    }

    @Test
    void passesOnThatThereIsNoSuchAnswer() {
        answering(404, Problem.MEDIA_TYPE, "{\"type\": \"/problems/not-found\", \"status\": 404}");

        caller(Scope.ANALYTICS)
                .calls()
                .get("/v1/answers/" + answer)
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
    }

    @Test
    void refusesWhatIsNoFeedbackAndWhoMayOnlySearch() {
        caller(Scope.CHAT)
                .calls()
                .contentType("application/json")
                .body("{\"rating\": \"sideways\"}")
                .post("/v1/answers/" + answer + "/feedback")
                .then()
                .statusCode(400)
                .body("field", is("rating"));
        caller(Scope.SEARCH).calls().get("/v1/answers/" + answer).then().statusCode(403);
        caller(Scope.CHAT).calls().get("/v1/answers/none").then().statusCode(404);
        assertThat(asked).isNotDone();
    }

    @Test
    void asksForFiguresAndForWhatWasNotAnswered() throws Exception {
        answering(200, "application/json", "{\"questions\": 3, \"data\": []}");
        var caller = caller(Scope.ANALYTICS);

        caller.calls()
                .queryParam("from", "2026-03-01T09:00:00+01:00")
                .get("/v1/analytics")
                .then()
                .statusCode(200)
                .body("questions", is(3));
        caller.calls().queryParam("limit", 2).get("/v1/unanswered").then().statusCode(200);

        assertThat(asked.get(5, SECONDS).path()).isEqualTo("/internal/v1/analytics");
        assertThat(asked.get().getParam("from")).isEqualTo("2026-03-01T09:00:00+01:00");
        caller(Scope.CHAT).calls().get("/v1/analytics").then().statusCode(403);
        caller(Scope.CHAT).calls().get("/v1/unanswered").then().statusCode(403);
    }

    private void answering(int status, String contentType, String body) {
        generation.plays(request -> request.body().onSuccess(bytes -> {
            asked.complete(request);
            sent.complete(bytes.toString());
            request.response()
                    .putHeader("Content-Type", contentType)
                    .setStatusCode(status)
                    .end(body);
        }));
    }
}
