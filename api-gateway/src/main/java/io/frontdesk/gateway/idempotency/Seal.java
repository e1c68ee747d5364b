package io.frontdesk.gateway.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes a response with AES-256-GCM, under a key that is made of the claim and of the payload's digest. So only who repeats the request can
 * read it, and nobody who reads Redis; and a reply of Redis that belongs to another claim does not open.
 */
final class Seal {
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String fingerprint;
    private final SecretKeySpec key;

    Seal(Claim claim, byte[] payload) {
        byte[] root = hmac(payload, claim.text());
        this.fingerprint = HexFormat.of().formatHex(hmac(root, "fingerprint"));
        this.key = new SecretKeySpec(hmac(root, "response"), "AES");
    }

    /** The same for the same request, and nothing that the key could be told from. */
    String fingerprint() {
        return fingerprint;
    }

    /** Nonce and ciphertext, in base64. */
    String close(byte[] response) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(response);
            byte[] message = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, message, NONCE_BYTES, closed.length);
            return Base64.getEncoder().encodeToString(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM belongs to every JDK", e);
        }
    }

    /**
     * What was closed.
     *
     * @throws IllegalStateException where it was under another seal
     */
    byte[] open(String closed) {
        try {
            byte[] message = Base64.getDecoder().decode(closed);
            byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("what was kept is of another request", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 belongs to every JDK", e);
        }
    }
}
