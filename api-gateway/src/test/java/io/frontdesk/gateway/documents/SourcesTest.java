package io.frontdesk.gateway.documents;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
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

@QuarkusTest
class SourcesTest extends GatewayTest {
    private final UUID source = Ids.next();
    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<String> sent = new CompletableFuture<>();
    private TestCaller caller = new TestCaller(source, "", "");

    @BeforeEach
    void someoneMayReadAndWrite() {
        caller = caller(Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE);
    }

    @Test
    void handsASitemapIn() throws Exception {
        answering(202, "application/json", "{\"id\": \"%s\"}".formatted(source));

        caller.calls()
                .contentType("application/json")
                .body("{\"sitemap_url\": \"https://shop.example/sitemap.xml\", \"recrawl\": \"PT12H\"}")
                .post("/v1/sources")
                .then()
                .statusCode(202)
                .body("id", is(source.toString()));

        assertThat(asked.get(5, SECONDS).path()).isEqualTo("/internal/v1/sources");
        assertThat(asked.get().getHeader("Authorization")).isEqualTo(caller.bearer());
        assertThat(sent.get(5, SECONDS)).contains("\"recrawl\":\"PT12H\"", "https://shop.example/sitemap.xml");
    }

    @Test
    void refusesWhatIsNoSourceItself() {
        caller.calls()
                .contentType("application/json")
                .body("{\"sitemap_url\": \"javascript:alert(1)\"}")
                .post("/v1/sources")
                .then()
                .statusCode(400)
                .body("field", is("sitemap_url"));

        assertThat(asked).isNotDone();
    }

    @Test
    void listsAndShowsAndDeletesSources() throws Exception {
        answering(200, "application/json", "{\"data\": []}");

        caller.calls().queryParam("cursor", "a&b").get("/v1/sources").then().statusCode(200);
        caller.calls().get("/v1/sources/" + source).then().statusCode(200);
        caller.calls().delete("/v1/sources/" + source).then().statusCode(200);

        assertThat(asked.get(5, SECONDS).getParam("cursor")).isEqualTo("a&b");
    }

    @Test
    void knowsNoSourceByAnIdThatIsNone() {
        caller.calls().get("/v1/sources/not-a-uuid").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        assertThat(asked).isNotDone();
    }

    @Test
    void wantsTheScopeToWrite() {
        caller(Scope.DOCUMENTS_READ)
                .calls()
                .contentType("application/json")
                .body("{\"sitemap_url\": \"https://shop.example/sitemap.xml\"}")
                .post("/v1/sources")
                .then()
                .statusCode(403);
        assertThat(asked).isNotDone();
    }

    private void answering(int status, String contentType, String body) {
        ingestion.plays(request -> request.body().onSuccess(bytes -> {
            asked.complete(request);
            sent.complete(bytes.toString());
            request.response()
                    .putHeader("Content-Type", contentType)
                    .setStatusCode(status)
                    .end(body);
        }));
    }
}
