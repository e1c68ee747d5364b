package io.frontdesk.auth.signing;

import io.frontdesk.contracts.Claims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies the access tokens that callers carry (RFC 9068): of the type {@code at+jwt}, ours, ES256, for the public audience,
 * neither expired nor of the future.
 */
@ApplicationScoped
public class AccessTokens {
    /** Keeps them apart from the tokens inside the house, which are signed with the same keys. */
    static final String TYPE = "at+jwt";

    /** The claim that says in which generation of its user's sessions a session began. */
    static final String SESSION_GENERATION = "session_generation";

    /** By how much the clock of the replica that signed may be ahead. */
    private static final int CLOCK_SKEW_SECONDS = 5;

    private final SigningKeys keys;
    private final SigningConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SigningConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** What a text is; nothing where it is not valid in every respect. */
    public Uni<Optional<AccessToken>> verify(String text) {
        return keys.lookFor(keyId(text)).map(looked -> read(text));
    }

    /** Which key a text says it was signed with; empty where it says nothing. */
    private static String keyId(String text) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(text);
            return Objects.requireNonNullElse(signature.getKeyIdHeaderValue(), "");
        } catch (JoseException e) {
            return "";
        }
    }

    private Optional<AccessToken> read(String text) {
        try {
            return Optional.of(token(consume(text)))
                    .filter(token -> token.expiresAt().isAfter(clock.instant()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JwtClaims consume(String text) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::keyOf)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(config.issuer().toString())
                .setExpectedAudience(Claims.PUBLIC_AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
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

    private static AccessToken token(JwtClaims claims) throws MalformedClaimException {
        UUID tenant = id(claims, Claims.TENANT_ID);
        Instant end = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
        String subject = claims.getSubject();
        int colon = subject.indexOf(':') + 1;
        String name = subject.substring(colon);
        return switch (subject.substring(0, colon)) {
            case "user:" ->
                new AccessToken.OfUser(
                        tenant, UUID.fromString(name), id(claims, Claims.SESSION), generation(claims), end);
            case "key:" -> new AccessToken.OfKey(tenant, UUID.fromString(name), end);
            case "visitor:" ->
                new AccessToken.OfVisitor(
                        tenant, name, id(claims, Claims.KEY), claims.getStringListClaimValue(Claims.ACL), end);
            default -> throw new IllegalArgumentException("not a subject of access tokens");
        };
    }

    private static UUID id(JwtClaims claims, String name) throws MalformedClaimException {
        return UUID.fromString(String.valueOf(claims.getStringClaimValue(name)));
    }

    private static long generation(JwtClaims claims) throws MalformedClaimException {
        Number generation = claims.getClaimValue(SESSION_GENERATION, Number.class);
        if (generation == null) {
            throw new IllegalArgumentException("no generation of sessions");
        }
        return generation.longValue();
    }
}
