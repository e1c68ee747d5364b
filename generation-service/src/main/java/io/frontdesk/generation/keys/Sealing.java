package io.frontdesk.generation.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts providers' keys with AES-256-GCM under a key derived from the installation's (HKDF-SHA-256, RFC 5869, without salt: the
 * input is random). A message is nonce and ciphertext, in base64; it opens only under the alias that it was sealed for.
 */
final class Sealing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 32;
    private static final byte[] NO_SALT = new byte[32];
    private static final String PURPOSE = "frontdesk keys of language models\u0001";

    private final SecretKeySpec key;
    private final SecureRandom random;

    Sealing(String encryptionKey, SecureRandom random) {
        if (encryptionKey.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "FRONTDESK_ENCRYPTION_KEY must have at least " + SHORTEST + " characters");
        }
        this.random = random;
        byte[] extracted = hmac(NO_SALT, encryptionKey);
        this.key = new SecretKeySpec(hmac(extracted, PURPOSE), "AES");
    }

    String seal(String alias, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, alias, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] message = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, message, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM belongs to every JDK", e);
        }
    }

    /** Fails where the key, the alias or the message is another one. */
    String open(String alias, String sealed) throws GeneralSecurityException {
        byte[] message = Base64.getDecoder().decode(sealed);
        if (message.length < NONCE_BYTES) {
            throw new GeneralSecurityException("the message is too short");
        }
        byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
        byte[] secret =
                cipher(Cipher.DECRYPT_MODE, alias, nonce).doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES);
        return new String(secret, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, String alias, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(alias.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 belongs to every JDK", e);
        }
    }
}
