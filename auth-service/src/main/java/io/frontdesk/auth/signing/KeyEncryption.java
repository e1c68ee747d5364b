package io.frontdesk.auth.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts private keys with AES-256-GCM under a key derived from the installation's secret (HKDF-SHA-256, RFC 5869, a salt
 * per message). A message is salt, nonce, ciphertext; it opens only under the name it was sealed for.
 */
final class KeyEncryption {
    private static final int SALT_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "frontdesk signing keys";

    private final byte[] secret;
    private final SecureRandom random;

    KeyEncryption(String secret, SecureRandom random) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.random = random;
    }

    byte[] seal(String name, byte[] plain) throws GeneralSecurityException {
        byte[] salt = bytes(SALT_BYTES);
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, salt, nonce).doFinal(plain);
        return ByteBuffer.allocate(SALT_BYTES + NONCE_BYTES + sealed.length)
                .put(salt)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Fails where the secret, the name or the message is another one. */
    byte[] open(String name, byte[] message) throws GeneralSecurityException {
        if (message.length < SALT_BYTES + NONCE_BYTES) {
            throw new GeneralSecurityException("the message is too short");
        }
        byte[] salt = Arrays.copyOfRange(message, 0, SALT_BYTES);
        byte[] nonce = Arrays.copyOfRange(message, SALT_BYTES, SALT_BYTES + NONCE_BYTES);
        int start = SALT_BYTES + NONCE_BYTES;
        return cipher(Cipher.DECRYPT_MODE, name, salt, nonce).doFinal(message, start, message.length - start);
    }

    private Cipher cipher(int mode, String name, byte[] salt, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derive(salt), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] derive(byte[] salt) throws GeneralSecurityException {
        byte[] extracted = hmac(salt, secret);
        byte[] info = PURPOSE.getBytes(StandardCharsets.UTF_8);
        return hmac(
                extracted,
                ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
