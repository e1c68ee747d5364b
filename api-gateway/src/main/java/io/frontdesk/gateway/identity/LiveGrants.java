package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.Admission;
import io.frontdesk.gateway.admission.Door;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.kit.tokens.CredentialRefused;
import io.frontdesk.kit.tokens.TokenExchange;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a credential is granted now. The auth-service is asked once and again when its token expires; between, each request
 * reads how the tenant stands where it is let in, so that a revocation, a suspension and a change of plan hold on the next one.
 */
@ApplicationScoped
class LiveGrants {
    private final TokenExchange exchange;
    private final Door door;
    private final Refusals refusals;

    LiveGrants(TokenExchange exchange, Door door, Refusals refusals) {
        this.exchange = exchange;
        this.door = door;
        this.refusals = refusals;
    }

    /**
     * The grant. A credential that is not known here counts for its address before anybody is asked about it.
     *
     * @return fails with {@link AuthenticationFailedException} where the credential is refused, with
     *     {@link GatewayError.QuotaExceeded} where too much is asked, and with {@link GatewayError.Unavailable} where the
     *     auth-service cannot be asked
     */
    Uni<LiveGrant> of(String credential, RoutingContext request) {
        return exchange.known(credential)
                .map(known -> admitted(credential, request, known))
                .orElseGet(() -> door.stranger(request)
                        .chain(() -> orRefuse(exchange.exchange(credential), Refusals.Reason.UNKNOWN))
                        .chain(granted -> admitted(credential, request, granted)));
    }

    private Uni<LiveGrant> admitted(String credential, RoutingContext request, TokenGrant grant) {
        return door.caller(request, grant).chain(admission -> judge(credential, request, grant, admission));
    }

    private Uni<LiveGrant> judge(String credential, RoutingContext request, TokenGrant grant, Admission admission) {
        return switch (admission.standing().of(grant)) {
            case HOLDS -> enter(request, grant, admission);
            case SUSPENDED -> Uni.createFrom().failure(refusals.of(Refusals.Reason.SUSPENDED));
            case OUTDATED -> renewed(credential, request, grant);
        };
    }

    /** What it is granted now may come with other limits, so it is decided over once more, and counted twice. */
    private Uni<LiveGrant> renewed(String credential, RoutingContext request, TokenGrant outdated) {
        return orRefuse(exchange.renew(credential, outdated), Refusals.Reason.REVOKED)
                .chain(grant -> door.caller(request, grant).chain(admission -> enter(request, grant, admission)));
    }

    private Uni<LiveGrant> enter(RoutingContext request, TokenGrant grant, Admission admission) {
        return Uni.createFrom()
                .item(new LiveGrant(
                        grant,
                        admission.standing().settingsVersion(),
                        admission.standing().basis(),
                        admission.told()))
                .invoke(() -> door.enter(request, admission));
    }

    private Uni<TokenGrant> orRefuse(Uni<TokenGrant> answer, Refusals.Reason reason) {
        return answer.onFailure()
                .transform(e -> e instanceof CredentialRefused
                        ? refusals.of(reason)
                        : new GatewayError.Unavailable("auth-service", e));
    }
}
