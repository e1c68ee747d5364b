package io.frontdesk.auth.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/**
 * A key of the curve P-256, which signs ES256.
 *
 * @param generation 1 for the first, one more with each rotation
 * @param kid the key's thumbprint (RFC 7638)
 */
record SigningKey(int generation, String kid, ECPublicKey publicKey, PrivateKey privateKey, Instant createdAt) {
    static SigningKey generate(int generation, SecureRandom random, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
        String kid = new EllipticCurveJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
        return new SigningKey(generation, kid, publicKey, pair.getPrivate(), now);
    }

    /** The same key as it is kept. */
    StoredKey seal(KeyEncryption encryption) throws GeneralSecurityException {
        return new StoredKey(
                generation, kid, publicKey.getEncoded(), encryption.seal(kid, privateKey.getEncoded()), createdAt);
    }

    static SigningKey open(StoredKey stored, KeyEncryption encryption) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new SigningKey(
                stored.generation(),
                stored.kid(),
                (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(stored.publicKey())),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(encryption.open(stored.kid(), stored.sealedPrivateKey()))),
                stored.createdAt());
    }

    /** The public key as a JSON Web Key (RFC 7517). */
    Map<String, Object> publicJwk() {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(publicKey);
        jwk.setKeyId(kid);
        jwk.setAlgorithm("ES256");
        jwk.setUse("sig");
        return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Keeps the private key out of logs. */
    @Override
    public String toString() {
        return "SigningKey[kid=%s]".formatted(kid);
    }
}
