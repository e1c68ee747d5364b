package io.frontdesk.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.testing.BadTokens;
import io.frontdesk.testing.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that nobody may take: the same answer for all, by every carrier, and none of them is written down. */
@QuarkusTest
class BadTokensTest extends GatewayTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadTokenAndLogsItNowhere(String whatIsWrong, String token) {
        try (var log = CapturedLog.begin()) {
            refused(call("Authorization", "Bearer " + token));
            refused(call("X-Api-Key", token));

            assertThat(log.lines()).noneMatch(line -> line.contains(token));
        }
    }

    static Stream<Arguments> badTokens() {
        return BadTokens.all(Ids.next(), "http://localhost:1").entrySet().stream()
                .map(bad -> arguments(bad.getKey(), bad.getValue()));
    }

    private static void refused(Response response) {
        response.then().statusCode(401).contentType(Problem.MEDIA_TYPE).header("WWW-Authenticate", "Bearer");
        Map<String, Object> problem = response.jsonPath().getMap("$");
        assertThat(problem.remove("instance")).asString().startsWith("/requests/");
        assertThat(problem)
                .isEqualTo(Map.of("type", "/problems/unauthenticated", "title", "No valid credential", "status", 401));
    }

    private static Response call(String header, String value) {
        return given().header(header, value).get("/v1/documents");
    }
}
