package io.frontdesk.kit.tokens;

import io.frontdesk.contracts.Sha256;

/** By what credentials are remembered: never by themselves, and never by a part, which would let one pass for another. */
public final class CredentialHash {
    private CredentialHash() {}

    /** The whole SHA-256 of a credential, in hexadecimal. */
    public static String of(String credential) {
        return Sha256.hex(credential);
    }
}
