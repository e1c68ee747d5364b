package io.frontdesk.testing;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody may take, each with one thing wrong and all else right: as {@link TestTokens} would sign them. */
public final class BadTokens {
    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"%s}";

    private final UUID tenant;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private BadTokens(UUID tenant) {
        this.tenant = tenant;
    }

    /**
     * The tokens, by what is wrong with them.
     *
     * @param foreignKeys an address that some of them name as the place to fetch keys from
     */
    public static Map<String, String> all(UUID tenant, String foreignKeys) {
        var bad = new BadTokens(tenant);
        bad.signatures();
        bad.keys(foreignKeys);
        bad.claims();
        bad.shapes();
        return bad.tokens;
    }

    private void signatures() {
        String claims = claims("");
        byte[] key = TestTokens.KEY.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(key));
        tokens.put("alg none", encoded("{\"alg\":\"none\"}", claims) + ".");
        tokens.put("alg none, with a signature", encoded("{\"alg\":\"none\"}", claims) + ".c2lnbmVk");
        tokens.put("HS256 with the public key", hmac(claims, key));
        tokens.put("HS256 with the public key as PEM", hmac(claims, pem.getBytes(StandardCharsets.UTF_8)));
        tokens.put("no signature", encoded(header(TestTokens.KEY_ID, ""), claims) + ".");
        String good = signed(header(TestTokens.KEY_ID, ""), claims);
        String other = signed(header(TestTokens.KEY_ID, ""), claims(",\"plan\":\"pro\""));
        tokens.put(
                "the signature of another token",
                good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    private void keys(String foreignKeys) {
        String claims = claims("");
        PrivateKey foreign = TestTokens.generate().getPrivate();
        tokens.put("unknown kid", signed(header("another", ""), claims));
        tokens.put("kid with a path", signed(header("../../../../dev/null", ""), claims));
        tokens.put("kid with SQL", signed(header("x' OR '1'='1' --", ""), claims));
        tokens.put("another's key", signed(header(TestTokens.KEY_ID, ""), claims, foreign));
        for (String place : new String[] {"jku", "x5u"}) {
            String more = ",\"%s\":\"%s/%s\"".formatted(place, foreignKeys, place);
            tokens.put(place, signed(header("foreign", more), claims, foreign));
            tokens.put(place + " beside a known kid", signed(header(TestTokens.KEY_ID, more), claims, foreign));
        }
    }

    private void claims() {
        long now = Instant.now().getEpochSecond();
        String header = header(TestTokens.KEY_ID, "");
        put("expired", header, claims("").replace("\"exp\":" + expiry(), "\"exp\":" + (now - 60)));
        put("without exp", header, claims("").replace("\"exp\":" + expiry() + ",", ""));
        put("not yet valid", header, claims(",\"nbf\":" + (now + 3_600)));
        put("wrong audience", header, claims("").replace(Claims.INTERNAL_AUDIENCE, Claims.PUBLIC_AUDIENCE));
        put("wrong issuer", header, claims("").replace(TestTokens.ISSUER, "http://elsewhere.test"));
        put("duplicate claim", header, claims(",\"tenant_id\":\"" + UUID.randomUUID() + "\""));
        put("duplicate header", header(TestTokens.KEY_ID, ",\"alg\":\"ES256\""), claims(""));
        put("a tenant that is none", header, claims("").replace(tenant.toString(), "7"));
    }

    private void shapes() {
        put("100 KB", header(TestTokens.KEY_ID, ""), claims(",\"more\":\"" + "x".repeat(75_000) + "\""));
        tokens.put("one part", "token");
        tokens.put("two parts", "to.ken");
        tokens.put("empty parts", "..");
        tokens.put("five parts", "a.b.c.d.e");
        tokens.put("claims that are no JSON", signed(header(TestTokens.KEY_ID, ""), "claims"));
    }

    private void put(String what, String header, String claims) {
        tokens.put(what, signed(header, claims));
    }

    private static String header(String keyId, String more) {
        return HEADER.formatted(keyId, more);
    }

    private String claims(String more) {
        return """
                {"iss":"%s","sub":"test-caller","aud":"%s","exp":%d,"iat":%d,"tenant_id":"%s","acl":[],"scope":"%s"%s}""".formatted(
                        TestTokens.ISSUER,
                        Claims.INTERNAL_AUDIENCE,
                        expiry(),
                        Instant.now().getEpochSecond(),
                        tenant,
                        Scope.SEARCH.wireName(),
                        more);
    }

    /** The same in all claims of a token, so that it can be found again. */
    private static long expiry() {
        return 4_102_444_800L;
    }

    private static String encoded(String header, String claims) {
        return base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String header, String claims) {
        return signed(header, claims, TestTokens.KEY.getPrivate());
    }

    private static String signed(String header, String claims, PrivateKey key) {
        String signed = encoded(header, claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    private static String hmac(String claims, byte[] secret) {
        String signed = encoded("{\"alg\":\"HS256\",\"kid\":\"" + TestTokens.KEY_ID + "\"}", claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HS256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
