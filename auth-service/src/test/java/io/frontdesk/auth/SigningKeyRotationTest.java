package io.frontdesk.auth;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.auth.tenants.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeyRotationTest extends ServiceTest {
    private static final String ROTATE = "/admin/signing-keys/rotate";

    @Inject
    Owner owner;

    @Test
    void publishesANewKeyThatDoesNotSignYet() throws SQLException {
        JsonPath coming =
                post(ROTATE, operator(), Map.of()).statusCode(202).extract().jsonPath();

        assertThat(get("/.well-known/jwks.json").jsonPath().getList("keys.kid")).contains(coming.getString("kid"));
        assertThat(Instant.parse(coming.getString("active_from")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(10)),
                        Instant.now().plus(Duration.ofMinutes(15)));
        assertThat(keyIdOf(operator())).isNotEqualTo(coming.getString("kid"));
        post(ROTATE, operator(), Map.of()).statusCode(202).body("kid", equalTo(coming.getString("kid")));
        assertThat(owner.query(
                        "select count(*) from audit_events where action = 'signing_key_rotated' and tenant_id = '"
                                + Tenant.INSTALLATION + "' and target = 'installation' and actor like 'key:0%'"))
                .containsExactly("1");
    }

    @Test
    void isForTheOperatorOnly() {
        isProblem(post(ROTATE, tokenOf(newTenant(), "admin"), Map.of()), 403, "forbidden");
    }

    private static String keyIdOf(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return signature.getKeyIdHeaderValue();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
