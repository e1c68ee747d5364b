package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest extends ServiceTest {
    @Test
    void givesAUserAnAccessToken() throws MalformedClaimException {
        UUID tenant = newTenant();
        String email = newUser(tenant, "owner");

        String token = login(email.toUpperCase(Locale.ROOT), PASSWORD)
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .extract()
                .path("access_token");

        JwtClaims claims = claims(token);
        assertThat(claims.getAudience()).containsExactly(Claims.PUBLIC_AUDIENCE);
        assertThat(claims.getStringClaimValue(Claims.TENANT_ID)).isEqualTo(tenant.toString());
    }

    @Test
    void givesNoTokenThatCountsInsideTheHouse() {
        String access = login(newUser(newTenant(), "owner"), PASSWORD).extract().path("access_token");

        isProblem(post("/api-keys", access, Map.of("name", "a", "scopes", List.of("chat"))), 401, "unauthenticated");
    }

    @Test
    void answersTheSameToAWrongPasswordAndAnUnknownUser() {
        String email = newUser(newTenant(), "owner");

        ValidatableResponse wrong = login(email, "not the password");
        ValidatableResponse unknown = login(Ids.next() + "@example.com", "not the password");

        isProblem(wrong, 401, "unauthenticated");
        assertThat(withoutRequest(unknown)).isEqualTo(withoutRequest(wrong));
    }

    /** All that a problem says but which request it was. */
    private static Map<String, Object> withoutRequest(ValidatableResponse problem) {
        Map<String, Object> members = problem.extract().path("$");
        members.remove("instance");
        return members;
    }

    @Test
    void takesAsLongForAnUnknownUserAsForAKnownOne() {
        String known = newUser(newTenant(), "owner");
        String unknown = Ids.next() + "@example.com";

        // Alternately, so that whatever else the machine does hits both; the fastest of each is the work itself.
        // Without a
        // comparison of passwords it would be a twentieth.
        List<long[]> rounds = IntStream.range(0, 8)
                .mapToObj(i -> new long[] {nanosToLogIn(known), nanosToLogIn(unknown)})
                .toList();

        double ofKnown = rounds.stream().mapToLong(round -> round[0]).min().orElseThrow();
        double ofUnknown = rounds.stream().mapToLong(round -> round[1]).min().orElseThrow();
        assertThat(ofUnknown / ofKnown).isBetween(0.4, 2.5);
    }

    @Test
    void doesNotReadMoreOfAPasswordThanBcryptDoes() {
        UUID tenant = newTenant();
        String email = Ids.next() + "@example.com";
        String longest = "x".repeat(72);
        post("/tenants/" + tenant + "/users", operator(), Map.of("email", email, "password", longest, "role", "agent"))
                .statusCode(201);

        login(email, longest).statusCode(200);
        isProblem(login(email, longest + "y"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a b@example.com", "a\u0000@example.com"})
    void refusesWhatIsNoAddress(String email) {
        isInvalidField(login(email, PASSWORD), "email");
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        isInvalidField(
                post("/auth/login", "", Map.of("email", "a@b.example", "password", PASSWORD, "role", "owner")), "role");
    }

    private static long nanosToLogIn(String email) {
        long started = System.nanoTime();
        login(email, "not the password").statusCode(401);
        return System.nanoTime() - started;
    }
}
