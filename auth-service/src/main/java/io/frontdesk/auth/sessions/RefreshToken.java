package io.frontdesk.auth.sessions;

import io.frontdesk.contracts.Sha256;
import java.util.UUID;

/** A refresh token that this installation has issued for a session; whether it is still the session's, Redis knows. */
record RefreshToken(UUID session, String text) {
    /** SHA-256 in hexadecimal, which is all that is kept of it; with 256 random bits in it, nothing slower is needed. */
    String hash() {
        return Sha256.hex(text);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "RefreshToken[session=%s]".formatted(session);
    }
}
