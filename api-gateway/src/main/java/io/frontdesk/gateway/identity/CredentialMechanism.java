package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.CurrentGrant;
import io.frontdesk.gateway.admission.Door;
import io.frontdesk.gateway.browsers.CrossOrigin;
import io.frontdesk.gateway.exact.Basis;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Exchanges the caller's credential at the auth-service. Whatever is wrong with it, the answer is the same; only an
 * auth-service that cannot be asked is told apart, since the caller can mend nothing then. Once the tenant is known, so is
 * whether the website that the caller stands on may call.
 */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {
    private final LiveGrants grants;
    private final CrossOrigin crossOrigin;
    private final Refusals refusals;
    private final Door door;

    CredentialMechanism(LiveGrants grants, CrossOrigin crossOrigin, Refusals refusals, Door door) {
        this.grants = grants;
        this.crossOrigin = crossOrigin;
        this.refusals = refusals;
        this.door = door;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return switch (Credential.of(context.request().headers())) {
            case Credential.Absent absent ->
                door.stranger(context).chain(() -> Uni.createFrom().nullItem());
            case Credential.Malformed malformed ->
                door.stranger(context)
                        .chain(() -> Uni.createFrom().failure(() -> refusals.of(Refusals.Reason.MALFORMED)));
            case Credential.Presented presented ->
                grants.of(presented.secret(), context)
                        .call(live -> crossOrigin.admit(context, live.grant().tenantId(), live.settingsVersion()))
                        .map(CredentialMechanism::identity);
        };
    }

    private static SecurityIdentity identity(LiveGrant live) {
        TokenGrant grant = live.grant();
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(grant.subject()))
                .addRoles(Set.of(grant.scope().split(" ")))
                .addAttribute(CurrentCaller.ATTRIBUTE, CurrentCaller.of(grant))
                .addAttribute(CurrentGrant.ATTRIBUTE, grant);
        live.basis().ifPresent(basis -> identity.addAttribute(Basis.ATTRIBUTE, basis));
        identity.addAttribute(Basis.TOLD, live.told());
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
