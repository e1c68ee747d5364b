package io.frontdesk.auth.sessions;

import io.frontdesk.auth.signing.SigningConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and recognises refresh tokens, {@code fdr_<session id>_<secret>}. The secret is 256 random bits and a code that binds
 * them to the session (HMAC-SHA-256, cut to 128 bits, under a key of the installation). So a token that was issued once is
 * told from one that never was without keeping any: the one, shown after its successor was issued, is a theft to be noticed;
 * the other says nothing about the session that it names.
 */
@ApplicationScoped
class RefreshTokens {
    private static final Pattern SHAPE = Pattern.compile("fdr_([0-9a-f-]{36})_([0-9A-Za-z_-]{64})");
    private static final int RANDOM_BYTES = 32;
    private static final int CODE_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "frontdesk refresh tokens";

    private final SecretKeySpec key;
    private final SecureRandom random;

    RefreshTokens(SigningConfig config, SecureRandom random) {
        byte[] secret = config.encryptionSecret().orElse("-").getBytes(StandardCharsets.UTF_8);
        byte[] purpose = PURPOSE.getBytes(StandardCharsets.US_ASCII);
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(secret, ALGORITHM), purpose), ALGORITHM);
        this.random = random;
    }

    RefreshToken issue(UUID session) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        byte[] secret = ByteBuffer.allocate(RANDOM_BYTES + CODE_BYTES)
                .put(bytes)
                .put(code(session, bytes))
                .array();
        String text =
                "fdr_" + session + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new RefreshToken(session, text);
    }

    /** The token that a text is, if it was ever issued. */
    Optional<RefreshToken> recognise(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        UUID session = UUID.fromString(parts.group(1));
        byte[] secret = Base64.getUrlDecoder().decode(parts.group(2));
        byte[] code = Arrays.copyOfRange(secret, RANDOM_BYTES, secret.length);
        return MessageDigest.isEqual(code, code(session, Arrays.copyOf(secret, RANDOM_BYTES)))
                ? Optional.of(new RefreshToken(session, text))
                : Optional.empty();
    }

    private byte[] code(UUID session, byte[] bytes) {
        byte[] message = ByteBuffer.allocate(Long.BYTES * 2 + RANDOM_BYTES)
                .putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .put(bytes)
                .array();
        return Arrays.copyOf(hmac(key, message), CODE_BYTES);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
