package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.tokens.CredentialRefused;
import io.frontdesk.kit.tokens.TokenExchange;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a credential is granted now. The auth-service is asked once and again when its token expires; between, each request
 * reads how the tenant stands, so that a revocation, a suspension and a change of plan hold on the next one.
 */
@ApplicationScoped
class LiveGrants {
    private final TokenExchange exchange;
    private final StandingStore standings;
    private final Refusals refusals;

    LiveGrants(TokenExchange exchange, StandingStore standings, Refusals refusals) {
        this.exchange = exchange;
        this.standings = standings;
        this.refusals = refusals;
    }

    /**
     * The grant.
     *
     * @return fails with {@link AuthenticationFailedException} where the credential is refused, and with
     *     {@link GatewayError.Unavailable} where the auth-service cannot be asked
     */
    Uni<LiveGrant> of(String credential) {
        return orRefuse(exchange.exchange(credential), Refusals.Reason.UNKNOWN)
                .chain(grant -> standings.read(grant).chain(standing -> judge(credential, grant, standing)));
    }

    private Uni<LiveGrant> judge(String credential, TokenGrant grant, TenantStanding standing) {
        return switch (standing.of(grant)) {
            case HOLDS -> Uni.createFrom().item(new LiveGrant(grant, standing.settingsVersion()));
            case SUSPENDED -> Uni.createFrom().failure(refusals.of(Refusals.Reason.SUSPENDED));
            case OUTDATED ->
                orRefuse(exchange.renew(credential, grant), Refusals.Reason.REVOKED)
                        .map(renewed -> new LiveGrant(renewed, standing.settingsVersion()));
        };
    }

    private Uni<TokenGrant> orRefuse(Uni<TokenGrant> answer, Refusals.Reason reason) {
        return answer.onFailure()
                .transform(e -> e instanceof CredentialRefused
                        ? refusals.of(reason)
                        : new GatewayError.Unavailable("auth-service", e));
    }
}
