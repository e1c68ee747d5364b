package io.frontdesk.auth;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiscoveryTest extends ServiceTest {
    @Test
    void publishesTheKeyThatTokensAreSignedWith() throws JoseException {
        String published = get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("max-age=300"))
                .extract()
                .asString();
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(operator());

        assertThat(token.getAlgorithmHeaderValue()).isEqualTo("ES256");
        token.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
        JsonWebKey key = new JsonWebKeySet(published).getJsonWebKeys().getFirst();
        assertThat(key.getKeyId()).isEqualTo(token.getKeyIdHeaderValue());
        token.setKey(key.getKey());
        assertThat(token.verifySignature()).isTrue();
    }

    @Test
    void publishesNothingPrivate() {
        Map<String, Object> key = get("/.well-known/jwks.json").then().extract().path("keys[0]");

        assertThat(key).containsOnlyKeys("kty", "crv", "x", "y", "kid", "alg", "use");
    }

    @Test
    void describesTheIssuer() {
        get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("http://localhost:8081"))
                .body("jwks_uri", equalTo("http://localhost:8081/.well-known/jwks.json"))
                .body("token_endpoint", equalTo("http://localhost:8081/v1/auth/token"))
                .body("grant_types_supported", contains("client_credentials", "refresh_token"))
                .body(
                        "token_endpoint_auth_methods_supported",
                        contains("client_secret_basic", "client_secret_post", "none"))
                .body("scopes_supported", hasItems("chat", "documents:write", "admin"))
                .body("claims_supported", hasItems("sub", "tenant_id", "sid", "scope"))
                .body("response_types_supported", contains("token"))
                .body("subject_types_supported", contains("public"))
                .body("id_token_signing_alg_values_supported", contains("ES256"));
    }
}
