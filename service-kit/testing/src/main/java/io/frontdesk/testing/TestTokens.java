package io.frontdesk.testing;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tokens as the auth-service would sign them, with a key of this process; {@link AuthServerResource} publishes it. */
public final class TestTokens {
    static final String ISSUER = "http://auth.test";

    static final String KEY_ID = "test-key";
    static final KeyPair KEY = generate();

    private TestTokens() {}

    /** The value of an {@code Authorization} header for a caller who sees documents without labels only. */
    public static String bearer(UUID tenant, Scope... scopes) {
        return bearer(tenant, List.of(), scopes);
    }

    /** The value of an {@code Authorization} header for a caller who sees documents of these labels. */
    public static String bearer(UUID tenant, List<String> acl, Scope... scopes) {
        return "Bearer " + sign(claims(tenant, acl, scopes));
    }

    /** The claims of a valid token, for tests that spoil one of them. */
    public static JwtClaimsBuilder claims(UUID tenant, List<String> acl, Scope... scopes) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(ISSUER)
                .subject("test-caller")
                .audience(Claims.INTERNAL_AUDIENCE)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300))
                .claim(Claims.TENANT_ID, tenant.toString())
                .claim(Claims.PLAN, "standard")
                .claim(Claims.ACL, acl)
                .claim(Claims.SCOPE, Arrays.stream(scopes).map(Scope::wireName).collect(Collectors.joining(" ")));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(KEY_ID).sign(KEY.getPrivate());
    }

    /** The JSON web key set (RFC 7517) by which these tokens are verified. */
    static Map<String, Object> keySet() {
        var point = ((ECPublicKey) KEY.getPublic()).getW();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-256",
                        "use",
                        "sig",
                        "alg",
                        "ES256",
                        "kid",
                        KEY_ID,
                        "x",
                        coordinate(point.getAffineX()),
                        "y",
                        coordinate(point.getAffineY()))));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** A new key, which nobody publishes. */
    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
