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
        return sign(claims, principal, Claims.INTERNAL_AUDIENCE, config.internalTokenLifetime());
    }

    /** The token that a user carries; the gateway exchanges it. */
    public SignedToken access(Principal principal) {
        return sign(Jwt.claims(), principal, Claims.PUBLIC_AUDIENCE, config.accessTokenLifetime());
    }

    private SignedToken sign(JwtClaimsBuilder claims, Principal principal, String audience, Duration lifetime) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        Instant end = principal.end(now.plus(lifetime));
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
                .sign(key.privateKey());
        return new SignedToken(text, end.getEpochSecond() - now.getEpochSecond());
    }
}
