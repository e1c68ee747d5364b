package io.frontdesk.auth.federation;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.contracts.Ids;
import io.vertx.core.json.JsonObject;
import java.security.Key;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An issuer that signs with one RSA key. */
public record TestIssuer(String url, PublicJsonWebKey key) {
    public static TestIssuer of(String url) {
        return new TestIssuer(url, rsaKey("first"));
    }

    /** An issuer that tells where its keys are. */
    public static TestIssuer publishedOn(WireMockServer server) {
        TestIssuer issuer = of("http://localhost:" + server.port() + "/" + Ids.next());
        issuer.publish(server, issuer.url(), issuer.url() + "/keys");
        return issuer;
    }

    /** Says in its discovery document who it is and where its keys are. */
    public void publish(WireMockServer server, String issuer, String keysUrl) {
        String path = url.substring(url.lastIndexOf('/'));
        server.stubFor(get(path + "/.well-known/openid-configuration")
                .willReturn(okJson(
                        JsonObject.of("issuer", issuer, "jwks_uri", keysUrl).encode())));
        server.stubFor(get(path + "/keys").willReturn(okJson(jwks())));
    }

    String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** A token for an audience that is valid for five minutes, but for what a test changes. */
    public String token(String audience, Consumer<JwtClaims> changes) {
        JwtClaims claims = claims(audience);
        changes.accept(claims);
        return sign(claims, key.getPrivateKey(), AlgorithmIdentifiers.RSA_USING_SHA256, header -> {});
    }

    public String token(String audience) {
        return token(audience, claims -> {});
    }

    JwtClaims claims(String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(url);
        claims.setAudience(audience);
        claims.setSubject("ada");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    String sign(JwtClaims claims, @Nullable Key signer, String algorithm, Consumer<JsonWebSignature> changes) {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(signer);
        jws.setDoKeyValidation(false);
        changes.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    static PublicJsonWebKey rsaKey(String kid) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(kid);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
