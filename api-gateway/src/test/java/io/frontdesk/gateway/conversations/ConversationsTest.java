package io.frontdesk.gateway.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversationsTest extends GatewayTest {
    private final UUID conversation = Ids.next();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void listsShowsAndForgetsConversations() {
        answering(200, "application/json", "{\"data\": []}");
        var caller = caller(Scope.CHAT);

        caller.calls()
                .queryParam("limit", 2)
                .queryParam("customer_id", "visitor:a&b")
                .get("/v1/conversations")
                .then()
                .statusCode(200);
        caller.calls().get("/v1/conversations/" + conversation).then().statusCode(200);
        caller.calls().delete("/v1/conversations/" + conversation).then().statusCode(200);

        assertThat(asked)
                .containsExactly(
                        "GET /internal/v1/conversations?limit=2&customer_id=visitor%3Aa%26b",
                        "GET /internal/v1/conversations/" + conversation,
                        "DELETE /internal/v1/conversations/" + conversation);
    }

    @Test
    void tellsAndErasesWhatIsKeptAboutACustomer() {
        answering(404, Problem.MEDIA_TYPE, "{\"type\": \"/problems/not-found\", \"status\": 404}");
        var caller = caller(Scope.ADMIN);

        caller.calls()
                .get("/v1/customers/{customer}/export", "visitor:a b?")
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
        caller.calls().delete("/v1/customers/{customer}", "visitor:a b?").then().statusCode(404);

        assertThat(asked)
                .containsExactly(
                        "GET /internal/v1/customers/visitor%3Aa%20b%3F/export",
                        "DELETE /internal/v1/customers/visitor%3Aa%20b%3F");
    }

    @Test
    void isForThoseWhoMay() {
        caller(Scope.SEARCH).calls().get("/v1/conversations").then().statusCode(403);
        caller(Scope.CHAT, Scope.ANALYTICS)
                .calls()
                .get("/v1/customers/someone/export")
                .then()
                .statusCode(403);
        caller(Scope.CHAT).calls().get("/v1/conversations/none").then().statusCode(404);
        assertThat(asked).isEmpty();
    }

    private void answering(int status, String contentType, String body) {
        generation.plays(request -> {
            asked.add(request.method() + " " + request.uri());
            request.response()
                    .putHeader("Content-Type", contentType)
                    .setStatusCode(status)
                    .end(body);
        });
    }
}
