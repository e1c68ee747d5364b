package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.frontdesk.kit.tokens.CredentialRefused;
import io.frontdesk.kit.tokens.TokenExchange;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Exchanges the caller's credential at the auth-service. Whatever is wrong with it, the answer is the same; only an
 * auth-service that cannot be asked is told apart, since the caller can mend nothing then.
 */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {
    private final TokenExchange exchange;

    CredentialMechanism(TokenExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return switch (Credential.of(context.request().headers())) {
            case Credential.Absent absent -> Uni.createFrom().nullItem();
            case Credential.Malformed malformed -> Uni.createFrom().failure(new AuthenticationFailedException());
            case Credential.Presented presented ->
                exchange.exchange(presented.secret())
                        .map(CredentialMechanism::identity)
                        .onFailure()
                        .transform(CredentialMechanism::refusal);
        };
    }

    private static Throwable refusal(Throwable e) {
        return e instanceof CredentialRefused
                ? new AuthenticationFailedException()
                : new GatewayError.Unavailable("auth-service", e);
    }

    private static SecurityIdentity identity(TokenGrant grant) {
        var caller = new Caller(
                grant.tenantId(),
                grant.subject(),
                CurrentCaller.scopes(grant.scope()),
                "",
                List.of(),
                grant.accessToken());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(grant.subject()))
                .addRoles(Set.of(grant.scope().split(" ")))
                .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
