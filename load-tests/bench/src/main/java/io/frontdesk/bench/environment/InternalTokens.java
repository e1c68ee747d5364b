package io.frontdesk.bench.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tokens inside the house, as the auth-service makes them, and the key that verifies them, published where it would be. */
public final class InternalTokens implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_ID = "bench";
    private static final Duration LIFETIME = Duration.ofHours(3);

    private final KeyPair key;
    private final HttpServer server;

    private InternalTokens(KeyPair key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    public static InternalTokens published() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var tokens = new InternalTokens(generator.generateKeyPair(), server);
            server.createContext("/.well-known/jwks.json", exchange -> {
                byte[] body = json(tokens.keySet());
                exchange.getResponseHeaders().add("content-type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return tokens;
        } catch (GeneralSecurityException | IOException e) {
            throw new Failure("no tokens can be made: " + e.getMessage(), e);
        }
    }

    public URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The {@code Authorization} of a caller who sees all documents of the tenant. */
    public Map<String, String> bearer(UUID tenant, Scope... scopes) {
        var now = Instant.now();
        var claims = Map.of(
                "iss",
                issuer().toString(),
                "sub",
                "bench",
                "aud",
                Claims.INTERNAL_AUDIENCE,
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(LIFETIME).getEpochSecond(),
                Claims.TENANT_ID,
                tenant.toString(),
                Claims.PLAN,
                "standard",
                Claims.ACL,
                List.of(Claims.ALL_LABELS),
                Claims.SCOPE,
                Arrays.stream(scopes).map(Scope::wireName).collect(Collectors.joining(" ")));
        return Map.of("authorization", "Bearer " + signed(claims));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String signed(Map<String, ?> claims) {
        var text = base64(json(Map.of("alg", "ES256", "typ", "JWT", "kid", KEY_ID))) + "." + base64(json(claims));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has ES256", e);
        }
    }

    private Map<String, ?> keySet() {
        var point = ((ECPublicKey) key.getPublic()).getW();
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
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] json(Map<String, ?> value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
