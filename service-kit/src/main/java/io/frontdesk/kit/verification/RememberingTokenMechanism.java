package io.frontdesk.kit.verification;

import io.frontdesk.kit.caller.CurrentCaller;
import io.frontdesk.kit.tokens.TokensConfig;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Has quarkus-oidc verify a token when it comes for the first time, and knows it again until it expires. The same caller comes
 * with the same token for minutes, and a signature costs more than all else that a small request does.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@IfBuildProperty(name = "quarkus.oidc.enabled", stringValue = "true", enableIfMissing = true)
public class RememberingTokenMechanism implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism oidc;
    private final VerifiedTokens verified;

    RememberingTokenMechanism(OidcAuthenticationMechanism oidc, TokensConfig config) {
        this.oidc = oidc;
        this.verified = new VerifiedTokens(config.cacheSize(), Clock.systemUTC());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        List<String> authorizations = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (authorizations.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return BearerToken.of(authorizations)
                .map(token -> identity(token, context, providers))
                .orElseGet(() -> Uni.createFrom().failure(AuthenticationFailedException::new));
    }

    private Uni<SecurityIdentity> identity(String token, RoutingContext context, IdentityProviderManager providers) {
        return verified.get(token).map(known -> Uni.createFrom().item(known)).orElseGet(() -> verify(context, providers)
                .onItem()
                .ifNotNull()
                .transform(identity -> remember(token, identity)));
    }

    /** Fails with {@link KeysMissing} where nobody knows whether the token is good. */
    private Uni<SecurityIdentity> verify(RoutingContext context, IdentityProviderManager providers) {
        return oidc.authenticate(context, providers)
                .onFailure(KeysMissing::isCauseOf)
                .transform(KeysMissing::new);
    }

    /** Keeps who it is, and nothing of the request that the token first came with. */
    private SecurityIdentity remember(String token, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
            throw new AuthenticationFailedException();
        }
        SecurityIdentity lean = QuarkusSecurityIdentity.builder()
                .setPrincipal(claims)
                .addRoles(identity.getRoles())
                .addAttribute(CurrentCaller.ATTRIBUTE, caller(claims))
                .build();
        verified.remember(token, lean, Instant.ofEpochSecond(claims.getExpirationTime()));
        return lean;
    }

    private static Object caller(JsonWebToken claims) {
        try {
            return CurrentCaller.of(claims);
        } catch (UnauthorizedException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    /** Before quarkus-oidc's own, which would take a token for itself. */
    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
