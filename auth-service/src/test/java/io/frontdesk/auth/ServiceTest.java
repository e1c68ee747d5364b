package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.testing.KafkaResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** What tests over HTTP do again and again: tenants, keys, users, and tokens for them. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "service", value = "auth"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RedisResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = InstallationResource.class, scope = TestResourceScope.GLOBAL)
abstract class ServiceTest {
    static final String PASSWORD = "correct horse battery";

    static ValidatableResponse post(String path, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1" + path)
                .then();
    }

    static ValidatableResponse exchange(String credential) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("credential", credential))
                .post("/internal/v1/token-exchange")
                .then();
    }

    static ValidatableResponse login(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/internal/v1/auth/login")
                .then();
    }

    /** The internal token of a credential. */
    static String token(String credential) {
        return exchange(credential).statusCode(200).extract().path("access_token");
    }

    static String operator() {
        return token(InstallationResource.OPERATOR_KEY);
    }

    static UUID newTenant() {
        String id = post("/tenants", operator(), Map.of("name", "Tenant " + Ids.next()))
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    /** A key that the operator made for a tenant: {@code id}, {@code key}, … */
    static JsonPath newKey(UUID tenant, String... scopes) {
        return post("/tenants/" + tenant + "/api-keys", operator(), Map.of("name", "test", "scopes", List.of(scopes)))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The internal token of a new key. */
    static String tokenOf(UUID tenant, String... scopes) {
        return token(newKey(tenant, scopes).getString("key"));
    }

    /** What a service of the suite takes for work of its own. */
    static String tokenOfService(UUID tenant) {
        return given().auth()
                .preemptive()
                .basic("frontdesk", "development-only-client-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("tenant_id", tenant))
                .post("/internal/v1/client-tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The address of a new user with {@link #PASSWORD}. */
    static String newUser(UUID tenant, String role) {
        String email = Ids.next() + "@example.com";
        post("/tenants/" + tenant + "/users", operator(), Map.of("email", email, "password", PASSWORD, "role", role))
                .statusCode(201);
        return email;
    }

    /** What a token says, its signature unverified. */
    static JwtClaims claims(String token) {
        try {
            return new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setSkipDefaultAudienceValidation()
                    .build()
                    .processToClaims(token);
        } catch (InvalidJwtException e) {
            throw new AssertionError(e);
        }
    }

    static void isProblem(ValidatableResponse response, int status, String slug) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", Matchers.not(Matchers.blankOrNullString()));
    }

    static void isInvalidField(ValidatableResponse response, String field) {
        isProblem(response, 400, "invalid-field");
        response.body("field", equalTo(field));
    }
}
