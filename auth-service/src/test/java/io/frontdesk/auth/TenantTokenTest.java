package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator in a tenant's name. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class TenantTokenTest extends ServiceTest {
    @Inject
    Traces traces;

    private UUID tenant;

    @BeforeEach
    void foundATenant() {
        tenant = newTenant();
    }

    @Test
    void asksAsTheTenantAndSeesWhatEverybodySees() throws MalformedClaimException {
        String token = issue(operator(), tenant)
                .statusCode(201)
                .body("tenant_id", equalTo(tenant.toString()))
                .body("scope", equalTo("chat"))
                .body("acl", empty())
                .extract()
                .path("access_token");

        JwtClaims claims = claims(token);
        assertThat(claims.getSubject()).isEqualTo("service:operator");
        assertThat(claims.getStringClaimValue("tenant_id")).isEqualTo(tenant.toString());
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("chat");
        assertThat(claims.getStringListClaimValue("acl")).isEmpty();
        isProblem(post("/tenants", token, Map.of("name", "Mine")), 403, "forbidden");
    }

    @Test
    void comesWithTheLimitsThatTheTenantHasSettled() {
        RestAssured.given()
                .auth()
                .oauth2(tokenOf(tenant, "admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("cors", Map.of("origins", List.of()), "limits", Map.of("per_minute", 7)))
                .put("/internal/v1/settings/gateway")
                .then()
                .statusCode(200);

        issue(operator(), tenant).statusCode(201).body("limits.per_minute", equalTo(7));
    }

    @Test
    void isAccountedForInTheTenantsTrail() throws SQLException {
        String token = issue(operator(), tenant).extract().path("access_token");

        assertThat(traces.audited(tenant))
                .anyMatch(event -> event.startsWith("tenant_token_issued key:") && event.contains("service:operator"))
                .noneMatch(event -> event.contains(token));
    }

    @Test
    void isTheOperatorsAlone() {
        isProblem(issue(tokenOf(tenant, "admin"), tenant), 403, "forbidden");
        isProblem(issue(tokenOfService(tenant), tenant), 403, "forbidden");
    }

    @Test
    void needsATenantThatIsThere() {
        isProblem(issue(operator(), Ids.next()), 404, "not-found");
    }

    private static ValidatableResponse issue(String token, UUID tenant) {
        return post("/tenants/" + tenant + "/tokens", token, Map.of());
    }
}
