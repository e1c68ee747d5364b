package io.frontdesk.auth.signing;

import java.time.Instant;

/**
 * A signing key as it is kept.
 *
 * @param publicKey X.509 encoding
 * @param sealedPrivateKey PKCS #8 encoding, encrypted
 */
public record StoredKey(int generation, String kid, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt) {}
