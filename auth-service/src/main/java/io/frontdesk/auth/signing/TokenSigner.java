package io.frontdesk.auth.signing;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.contracts.Claims;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs tokens (RFC 7519, ES256) for principals. */
@ApplicationScoped
public class TokenSigner {
    private static final String INTERNAL_TYPE = "JWT";

    private final SigningKeys keys;
    private final SigningConfig config;
    private final Clock clock;

    TokenSigner(SigningKeys keys, SigningConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** The token that counts inside the house; it does not outlive the credential. */
    public SignedToken internal(Principal principal) {
        JwtClaimsBuilder claims =
                Jwt.claims().claim(Claims.PLAN, principal.plan()).claim(Claims.ACL, principal.labels());
        principal.sessionId().ifPresent(session -> claims.claim(Claims.SESSION, session.toString()));
        return sign(claims, principal, Claims.INTERNAL_AUDIENCE, INTERNAL_TYPE, config.internalTokenLifetime());
    }

    /** The token that a user carries in a session; the gateway exchanges it. */
    public SignedToken ofSession(Principal user, UUID session, long generation) {
        JwtClaimsBuilder claims = Jwt.claims()
                .claim(Claims.SESSION, session.toString())
                .claim(AccessTokens.SESSION_GENERATION, generation);
        return access(claims, user, config.accessTokenLifetime());
    }

    /** The token that a pipeline carries in place of its API key. */
    public SignedToken ofKey(Principal key) {
        return access(Jwt.claims(), key, config.accessTokenLifetime());
    }

    /** The token that a customer of the tenant carries, made with a key; its labels are in it. */
    public SignedToken ofVisitor(Principal visitor, UUID key, Duration lifetime) {
        JwtClaimsBuilder claims = Jwt.claims().claim(Claims.KEY, key.toString()).claim(Claims.ACL, visitor.labels());
        return access(claims, visitor, lifetime);
    }

    private SignedToken access(JwtClaimsBuilder claims, Principal principal, Duration lifetime) {
        return sign(claims, principal, Claims.PUBLIC_AUDIENCE, AccessTokens.TYPE, lifetime);
    }

    private SignedToken sign(
            JwtClaimsBuilder claims, Principal principal, String audience, String type, Duration lifetime) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        Instant end = principal.end(now.plus(shorter(lifetime, config.longestTokenLifetime())));
        String text = claims.issuer(config.issuer().toString())
                .subject(principal.subject())
                .audience(audience)
                .claim(Claims.TENANT_ID, principal.tenantId().toString())
                .claim(Claims.SCOPE, principal.scopes().claim())
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(end)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.kid())
                .type(type)
                .sign(key.privateKey());
        return new SignedToken(text, end.getEpochSecond() - now.getEpochSecond());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
