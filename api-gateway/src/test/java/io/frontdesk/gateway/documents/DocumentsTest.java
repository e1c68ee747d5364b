package io.frontdesk.gateway.documents;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocumentsTest extends GatewayTest {
    private final UUID document = Ids.next();
    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<String> sent = new CompletableFuture<>();
    private TestCaller caller = new TestCaller(document, "", "");

    @BeforeEach
    void someoneMayReadAndWrite() {
        caller = caller(Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE);
    }

    @Test
    void handsADocumentIn() throws Exception {
        answering(
                202,
                "application/json",
                "{\"id\": \"%s\", \"state\": \"received\", \"version\": 1}".formatted(document));

        caller.calls()
                .contentType("application/json")
                .body("{\"external_id\": \"a\", \"text\": \"You have 30 days.\", \"acl\": [\"staff\"]}")
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .body("id", is(document.toString()))
                .body("state", is("received"));

        assertThat(asked.get(5, SECONDS).path()).isEqualTo("/internal/v1/documents");
        assertThat(asked.get().getHeader("Authorization")).isEqualTo(caller.bearer());
        assertThat(sent.get(5, SECONDS)).contains("\"text\":\"You have 30 days.\"", "\"acl\":[\"staff\"]");
    }

    @Test
    void listsAndShowsDocuments() throws Exception {
        answering(200, "application/json", "{\"data\": [], \"next_cursor\": \"c&d\"}");

        caller.calls()
                .queryParam("limit", "2")
                .queryParam("cursor", "a&b=c")
                .get("/v1/documents")
                .then()
                .statusCode(200)
                .body("next_cursor", is("c&d"));

        assertThat(asked.get(5, SECONDS).getParam("cursor")).isEqualTo("a&b=c");
        assertThat(asked.get().getParam("limit")).isEqualTo("2");
        caller.calls().get("/v1/documents/" + document).then().statusCode(200);
    }

    @Test
    void relaysADeletion() {
        answering(204, "", "");

        caller.calls()
                .delete("/v1/documents/" + document)
                .then()
                .statusCode(204)
                .body(emptyString());
    }

    @Test
    void relaysADocumentThatIsNotThere() {
        answering(404, Problem.MEDIA_TYPE, "{\"type\": \"/problems/not-found\", \"status\": 404}");

        caller.calls()
                .get("/v1/documents/" + document)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-a-uuid", "..%2Fsearch", "%00"})
    void knowsNoDocumentByAnIdThatIsNone(String id) {
        caller.calls()
                .urlEncodingEnabled(false)
                .get("/v1/documents/" + id)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/not-found"));
        assertThat(asked).isNotDone();
    }

    private void answering(int status, String contentType, String body) {
        ingestion.plays(request -> request.body().onSuccess(bytes -> {
            asked.complete(request);
            sent.complete(bytes.toString());
            if (!contentType.isEmpty()) {
                request.response().putHeader("Content-Type", contentType);
            }
            request.response().setStatusCode(status).end(body);
        }));
    }
}
