package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest extends ServiceTest {
    @Inject
    MeterRegistry metrics;

    @Inject
    Owner owner;

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
    void checksOnePasswordForAnUnknownUserAsForAKnownOne() {
        String known = newUser(newTenant(), "owner");

        for (String email : List.of(known, Ids.next() + "@example.com")) {
            long before = checks();
            login(email, "not the password").statusCode(401);
            assertThat(checks()).as(email).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesWhoeverGuessesWaitWithoutAnotherCheck(boolean known) {
        String email = known ? newUser(newTenant(), "owner") : Ids.next() + "@example.com";
        for (int i = 0; i < 5; i++) {
            login(email, "not the password").statusCode(401);
        }

        long before;
        ValidatableResponse next;
        do {
            // A machine that was slower than the wait has earned itself a longer one.
            before = checks();
            next = login(email, PASSWORD + "!");
        } while (next.extract().statusCode() == 401);

        isProblem(next, 429, "too-many-requests");
        assertThat(Integer.parseInt(next.extract().header("Retry-After"))).isBetween(1, 900);
        assertThat(checks()).isEqualTo(before);
        assertThat(logins("locked")).isPositive();
    }

    @Test
    void accountsForAFailureOfAKnownUser() throws SQLException {
        UUID tenant = newTenant();
        String email = newUser(tenant, "owner");

        login(email, "not the password").statusCode(401);

        assertThat(owner.query("select actor || ' ' || action || ' ' || outcome from audit_events where tenant_id = '"
                        + tenant + "' and action = 'sign_in'"))
                .containsExactly("anonymous sign_in failed");
    }

    @Test
    void countsHowLoginsComeOut() {
        String email = newUser(newTenant(), "owner");
        double succeeded = logins("succeeded");
        double refused = logins("refused");

        login(email, PASSWORD).statusCode(200);
        login(email, "not the password").statusCode(401);

        assertThat(logins("succeeded")).isEqualTo(succeeded + 1);
        assertThat(logins("refused")).isEqualTo(refused + 1);
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

    private long checks() {
        return metrics.timer("frontdesk.passwords.hashing").count();
    }

    private double logins(String outcome) {
        return metrics.counter("frontdesk.logins", "outcome", outcome).count();
    }
}
