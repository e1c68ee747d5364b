package io.frontdesk.auth.exchange;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes tokens with which the operator asks in a tenant's name. They see what everybody may see, and the tenant's audit trail tells of
 * each.
 */
@ApplicationScoped
class TenantTokens {
    private static final String OPERATOR = "operator";

    private final Tenants tenants;
    private final Grants grants;
    private final PgAuditStore audit;
    private final Clock clock;

    TenantTokens(Tenants tenants, Grants grants, PgAuditStore audit, Clock clock) {
        this.tenants = tenants;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with {@link AuthError.NotFound} where there is no such tenant, or it is being deleted. */
    Uni<TokenGrant> issue(UUID tenant, Caller by) {
        return tenants.get(tenant)
                .chain(found -> grants.withLimits(principal(found)))
                .call(grant -> audit.append(event(grant, by)));
    }

    private static Principal principal(Tenant tenant) {
        return Principal.service(tenant.id(), OPERATOR, tenant.plan(), Scopes.of(Scope.CHAT), List.of());
    }

    private AuditEvent event(TokenGrant grant, Caller by) {
        return AuditEvent.of(
                        grant.tenantId(), clock.instant(), Action.TENANT_TOKEN_ISSUED, by.subject(), grant.subject())
                .with(Map.of("expires_in", Long.toString(grant.expiresIn())));
    }
}
