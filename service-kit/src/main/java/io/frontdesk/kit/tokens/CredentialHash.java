package io.frontdesk.kit.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what credentials are remembered: never by themselves, and never by a part, which would let one pass for another. */
public final class CredentialHash {
    private CredentialHash() {}

    /** The whole SHA-256 of a credential, in hexadecimal. */
    public static String of(String credential) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(credential.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
