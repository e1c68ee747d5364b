package io.frontdesk.auth.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** A refresh token that this installation has issued for a session; whether it is still the session's, Redis knows. */
record RefreshToken(UUID session, String text) {
    /** SHA-256 in hexadecimal, which is all that is kept of it; with 256 random bits in it, nothing slower is needed. */
    String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "RefreshToken[session=%s]".formatted(session);
    }
}
