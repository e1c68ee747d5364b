package io.frontdesk.kit.verification;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.BadTokens;
import io.frontdesk.testing.CapturedLog;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service takes for a token, and what not. */
@QuarkusTest
@WithTestResource(AuthServerResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenVerificationTest {
    private static final UUID TENANT = Ids.next();

    private final WireMockServer attacker =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeAll
    void someoneOffersKeys() {
        attacker.start();
    }

    @AfterAll
    void nobodyHasAskedForThem() {
        attacker.verify(0, getRequestedFor(anyUrl()));
        attacker.stop();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadTokenAndLogsItNowhere(String whatIsWrong, String token) {
        try (var log = CapturedLog.begin()) {
            refused(authorized("Bearer " + token));

            assertThat(log.lines()).noneMatch(line -> line.contains(token));
        }
    }

    Stream<Arguments> badTokens() {
        return BadTokens.all(TENANT, attacker.baseUrl()).entrySet().stream()
                .map(bad -> arguments(bad.getKey(), bad.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTpi", "nonsense", "Bearer  "})
    void refusesAnAuthorizationWithoutAToken(String authorization) {
        refused(authorized(authorization));
    }

    @Test
    void refusesTwoAuthorizationsEvenIfBothAreGood() {
        refused(authorized(good(), good()));
        refused(authorized(good(), ""));
    }

    @Test
    void takesAGoodTokenAgainAndAgainAndNoneThatIsAlmostTheSame() {
        String good = good();

        for (int i = 0; i < 3; i++) {
            authorized(good).then().statusCode(200).body("tenant_id", equalTo(TENANT.toString()));
        }
        String almost = good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA");

        refused(authorized(almost));
        authorized(good).then().statusCode(200);
    }

    @Test
    void tellsApartCallersOfDifferentTokens() {
        UUID other = Ids.next();
        String theirs = TestTokens.bearer(other, List.of("staff"), Scope.SEARCH);

        for (int i = 0; i < 3; i++) {
            authorized(good()).then().body("tenant_id", equalTo(TENANT.toString()));
            authorized(theirs).then().body("tenant_id", equalTo(other.toString()));
        }
    }

    private static String good() {
        return TestTokens.bearer(TENANT, Scope.SEARCH);
    }

    /** The same for all, so that nobody learns what was wrong. */
    private static void refused(Response response) {
        response.then().statusCode(401).contentType(Problem.MEDIA_TYPE).header("WWW-Authenticate", "Bearer");
        Map<String, Object> problem = response.jsonPath().getMap("$");
        assertThat(problem.remove("instance")).asString().startsWith("/requests/");
        assertThat(problem)
                .isEqualTo(Map.of("type", "/problems/unauthenticated", "title", "No valid credential", "status", 401));
    }

    private static Response authorized(String... authorizations) {
        var headers = Arrays.stream(authorizations)
                .map(value -> new Header("Authorization", value))
                .toList();
        return given().headers(new Headers(headers)).get("/echo/caller");
    }
}
