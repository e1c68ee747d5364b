package io.frontdesk.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers, whatever it answers. */
@QuarkusTest
class SecurityHeadersTest extends GatewayTest {
    private static final Pattern SCRIPT_IN_THE_PAGE =
            Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=[\"'](.*?)[\"']");

    @ParameterizedTest
    @CsvSource({
        "GET,     /health,             200",
        "GET,     /openapi,            200",
        "GET,     /docs/,              200",
        "GET,     /docs/no-such-file,  404",
        "GET,     /,                   404",
        "GET,     /no/such/path,       404",
        "DELETE,  /health,             405",
        "OPTIONS, /v1/answers,         200",
        "GET,     /v1/documents,       401",
    })
    void standOnEveryAnswer(String method, String path, int status) {
        Response answer = given().request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThatBrowsersAreTold(answer.headers());
    }

    @Test
    void standOnWhatIsRefused() {
        var answer = caller(Scope.CHAT)
                .calls()
                .contentType("application/json")
                .body("{\"question\": ")
                .post("/v1/answers");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThatBrowsersAreTold(answer.headers());
    }

    @Test
    void standOnStreams() {
        generation.plays(request -> request.response()
                .putHeader("Content-Type", "text/event-stream")
                .end("id: 1\nevent: answer.searching\ndata: {}\n\n"));

        var answer = caller(Scope.CHAT)
                .calls()
                .contentType("application/json")
                .body("{\"question\": \"How long?\", \"stream\": true}")
                .post("/v1/answers");

        assertThat(answer.contentType()).startsWith("text/event-stream");
        assertThatBrowsersAreTold(answer.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void letThePageOfTheApiRunItsOwnScriptsAlone(String path) {
        var page = given().get(path);

        String policy = page.header("Content-Security-Policy");
        assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
        assertThat(matches(SCRIPT_IN_THE_PAGE, page)).isNotEmpty().allSatisfy(script -> assertThat(policy)
                .contains("'sha256-" + hash(script) + "'"));
        assertThat(policy.split("script-src")[1].split(";")[0]).doesNotContain("unsafe", "http", "*");
        assertThat(matches(ADDRESS, page)).isNotEmpty().noneMatch(address -> address.contains("//"));
        page.then().body(containsString("validatorUrl: 'none'"));
    }

    private static List<String> matches(Pattern pattern, Response page) {
        return pattern.matcher(page.asString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String hash(String script) {
        return Base64.getEncoder().encodeToString(Sha256.of(script));
    }

    private static void assertThatBrowsersAreTold(Headers headers) {
        assertThat(headers.getValue("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.getValue("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.getValue("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(headers.getValue("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");
        assertThat(Stream.of("Strict-Transport-Security", "Content-Security-Policy", "X-Frame-Options"))
                .allSatisfy(name -> assertThat(headers.getValues(name)).hasSize(1));
    }
}
