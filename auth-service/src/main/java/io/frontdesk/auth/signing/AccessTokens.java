package io.frontdesk.auth.signing;

import io.frontdesk.contracts.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies the access tokens that users carry: ours, ES256, for the public audience, not expired. */
@ApplicationScoped
public class AccessTokens {
    private static final String USER = "user:";

    private final SigningKeys keys;
    private final SigningConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SigningConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Whose token a text is; nobody's where it is not valid in every respect. */
    public Optional<Bearer> verify(String text) {
        try {
            return Optional.of(bearer(consume(text)));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JwtClaims consume(String text) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::keyOf)
                .setExpectedIssuer(config.issuer().toString())
                .setExpectedAudience(Claims.PUBLIC_AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build()
                .processToClaims(text);
    }

    private Key keyOf(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return Optional.ofNullable(signature.getKeyIdHeaderValue())
                .flatMap(keys::find)
                .map(SigningKey::publicKey)
                .orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }

    private static Bearer bearer(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        if (!subject.startsWith(USER)) {
            throw new IllegalArgumentException("not a user");
        }
        return new Bearer(
                UUID.fromString(String.valueOf(claims.getStringClaimValue(Claims.TENANT_ID))),
                UUID.fromString(subject.substring(USER.length())),
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()));
    }

    /** The user that a token was made out to. */
    public record Bearer(UUID tenantId, UUID userId, Instant expiresAt) {}
}
