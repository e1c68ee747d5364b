package io.frontdesk.auth.federation;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.outbound.OutboundError;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity providers of tenants. */
@ApplicationScoped
class IdentityProviders {
    private static final int MAX_ISSUER = 500;
    private static final int MAX_NAME = 200;

    private final PgIdentityProviderStore store;
    private final TenantStates states;
    private final OutboundGuard guard;
    private final Clock clock;

    IdentityProviders(PgIdentityProviderStore store, TenantStates states, OutboundGuard guard, Clock clock) {
        this.store = store;
        this.states = states;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A new provider of the maker's tenant. The issuer is not asked yet: it need not be there before its first token comes.
     *
     * @return fails with {@link AuthError.ScopesNotHeld} or {@link AuthError.ProviderNotAdded}
     */
    Uni<IdentityProvider> create(Caller maker, NewIdentityProvider request) {
        var provider = new IdentityProvider(
                Ids.next(),
                maker.tenantId(),
                issuer(request.issuer()),
                name("audience", request.audience()),
                scopes(request, maker),
                Optional.ofNullable(request.aclClaim()).map(claim -> name("acl_claim", claim)),
                clock.instant());
        AuditEvent event = event(Action.IDENTITY_PROVIDER_CREATED, maker, provider.id())
                .with(Map.of("issuer", provider.issuer(), "audience", provider.audience()));
        return store.insert(provider, event).replaceWith(provider);
    }

    /** The providers of a tenant, oldest first, one more than the limit where there are further ones. */
    Uni<List<IdentityProvider>> list(UUID tenant, PageRequest page) {
        return store.list(tenant, page.after(), page.limit() + 1);
    }

    /** A provider; fails with {@link AuthError.NotFound} where the tenant has none of this id. */
    Uni<IdentityProvider> get(UUID tenant, UUID id) {
        return store.find(tenant, id).map(found -> found.orElseThrow(IdentityProviders::notFound));
    }

    /** Ends a provider and all that its tokens were exchanged for; fails with {@link AuthError.NotFound} where there is none. */
    Uni<Void> remove(Caller remover, UUID id) {
        return store.delete(remover.tenantId(), id, event(Action.IDENTITY_PROVIDER_REMOVED, remover, id))
                .map(change -> change.orElseThrow(IdentityProviders::notFound))
                .chain(states::announce);
    }

    private String issuer(@Nullable String text) {
        if (text == null || text.length() > MAX_ISSUER || text.contains("?") || text.contains("#")) {
            throw new InvalidField("issuer", "must be a URL of at most " + MAX_ISSUER + " characters without a query");
        }
        try {
            guard.read(text);
            return text;
        } catch (OutboundError.Refused e) {
            throw new InvalidField("issuer", String.valueOf(e.getMessage()));
        }
    }

    private static String name(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > MAX_NAME || hasControls(text)) {
            throw new InvalidField(
                    field, "must have 1 to " + MAX_NAME + " characters, none of them a control character");
        }
        return text;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Scopes scopes(NewIdentityProvider request, Caller maker) {
        Scopes scopes = Scopes.parse(request.scopes());
        if (scopes.granted().contains(Scope.ADMIN) || scopes.granted().contains(Scope.OPERATOR)) {
            throw new InvalidField(
                    "scopes", "must be neither admin nor operator: nobody rules here by a foreign token");
        }
        if (!new Scopes(maker.scopes()).cover(scopes)) {
            throw new AuthError.ScopesNotHeld();
        }
        return scopes;
    }

    private AuditEvent event(Action action, Caller actor, UUID provider) {
        return AuditEvent.of(actor.tenantId(), clock.instant(), action, actor.subject(), "issuer:" + provider);
    }

    private static AuthError notFound() {
        return new AuthError.NotFound("identity provider");
    }
}
