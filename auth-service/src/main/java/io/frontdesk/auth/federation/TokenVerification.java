package io.frontdesk.auth.federation;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.contracts.Claims;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies a token with a key of its issuer (RFC 8725). The key says which algorithms count; headers that bring or point to a
 * key ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}) are never looked at.
 */
final class TokenVerification {
    private static final Logger LOG = Logger.getLogger(TokenVerification.class);
    private static final int SKEW_SECONDS = 30;
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_LABELS = 50;
    private static final int MAX_LABEL = 100;

    private final Duration maxLifetime;
    private final Clock clock;

    TokenVerification(Duration maxLifetime, Clock clock) {
        this.maxLifetime = maxLifetime;
        this.clock = clock;
    }

    Optional<Principal> verify(ForeignToken token, Registration registration, PublicJsonWebKey key) {
        try {
            consumer(registration, key).processContext(token.context());
            return principal(token.context().getJwtClaims(), registration);
        } catch (InvalidJwtException | MalformedClaimException | DateTimeException e) {
            LOG.debugf("A token of the identity provider %s is refused: %s", registration.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private JwtConsumer consumer(Registration registration, PublicJsonWebKey key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithms(key)))
                .setVerificationKey(key.getKey())
                .setExpectedIssuer(registration.issuer())
                .setExpectedAudience(registration.audience())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    /** Those of the key's type, or the one that the key is published for. */
    private static String[] algorithms(PublicJsonWebKey key) {
        Set<String> ofType =
                switch (key) {
                    case RsaJsonWebKey rsa ->
                        Set.of(
                                AlgorithmIdentifiers.RSA_USING_SHA256,
                                AlgorithmIdentifiers.RSA_USING_SHA384,
                                AlgorithmIdentifiers.RSA_USING_SHA512,
                                AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                                AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
                                AlgorithmIdentifiers.RSA_PSS_USING_SHA512);
                    case EllipticCurveJsonWebKey curve ->
                        Set.of(
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                                AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                                AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);
                    case OctetKeyPairJsonWebKey edwards -> Set.of(AlgorithmIdentifiers.EDDSA);
                    default -> Set.of();
                };
        return ofType.stream()
                .filter(algorithm ->
                        key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .toArray(String[]::new);
    }

    private Optional<Principal> principal(JwtClaims claims, Registration registration) throws MalformedClaimException {
        Instant end = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        Instant start = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
        String subject = claims.getSubject();
        boolean acceptable = end.isAfter(clock.instant())
                && Duration.between(start, end).compareTo(maxLifetime) <= 0
                && isName(subject, MAX_SUBJECT);
        return acceptable
                ? Optional.of(registration.principal(subject, labels(claims, registration), end))
                : Optional.empty();
    }

    /** The labels that a claim names. What is left out shows its bearer less, never more. */
    private static List<String> labels(JwtClaims claims, Registration registration) {
        Object claim = registration.aclClaim().map(claims::getClaimValue).orElse(null);
        Collection<?> values = claim instanceof Collection<?> several
                ? several
                : Optional.ofNullable(claim).stream().toList();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(label -> isName(label, MAX_LABEL) && !label.equals(Claims.ALL_LABELS))
                .distinct()
                .limit(MAX_LABELS)
                .toList();
    }

    private static boolean isName(String text, int maxLength) {
        return !text.isBlank() && text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }
}
