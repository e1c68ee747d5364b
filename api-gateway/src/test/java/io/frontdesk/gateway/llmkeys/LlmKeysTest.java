package io.frontdesk.gateway.llmkeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LlmKeysTest extends GatewayTest {
    private static final String ROUTES = """
            GET    | /v1/admin/llm-keys                                            | ''
            POST   | /v1/admin/llm-keys                                            | {"base_url":"https://llm.example/v1","secret":"sk","model":"m"}
            GET    | /v1/admin/llm-keys/0195a000-0000-7000-8000-000000000001       | ''
            PATCH  | /v1/admin/llm-keys/0195a000-0000-7000-8000-000000000001       | {"enabled":false}
            DELETE | /v1/admin/llm-keys/0195a000-0000-7000-8000-000000000001       | ''
            POST   | /v1/admin/llm-keys/0195a000-0000-7000-8000-000000000001/reset | ''
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROUTES)
    void relaysToGenerationInTheOperatorsName(String method, String path, String body) throws Exception {
        var asked = new CompletableFuture<HttpServerRequest>();
        var sent = new CompletableFuture<String>();
        generation.plays(request -> request.body().onSuccess(bytes -> {
            sent.complete(bytes.toString());
            asked.complete(request);
            request.response().putHeader("content-type", "application/json").end("{\"relayed\": true}");
        }));
        var operator = caller(Scope.OPERATOR);

        operator.calls()
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(200)
                .body("relayed", is(true));

        assertThat(asked.get(5, SECONDS).uri()).isEqualTo("/internal" + path);
        assertThat(asked.get().getHeader("Authorization")).isEqualTo(operator.bearer());
        // What is absent may be null.
        assertThat(sent.get(5, SECONDS)).contains(body.replaceAll("[{}]", "").split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROUTES)
    void isClosedToTenants(String method, String path, String body) {
        caller(Scope.ADMIN)
                .calls()
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE);
    }
}
