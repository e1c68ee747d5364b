package io.frontdesk.auth.keys;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The API keys of tenants. Nobody makes a key that can do or see more than its maker. */
@ApplicationScoped
public class ApiKeys {
    private final PgApiKeyStore store;
    private final Tenants tenants;
    private final TenantStates states;
    private final SecureRandom random;
    private final Clock clock;

    ApiKeys(PgApiKeyStore store, Tenants tenants, TenantStates states, SecureRandom random, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.states = states;
        this.random = random;
        this.clock = clock;
    }

    /** A new key of a tenant; fails with {@link AuthError.ScopesNotHeld} or {@link AuthError.NotFound}. */
    Uni<IssuedKey> create(UUID tenant, NewApiKey request, Caller maker) {
        Scopes scopes = request.checkedScopes();
        Labels labels = request.checkedLabels();
        requireHeld(maker, scopes, labels);
        Instant now = clock.instant();
        String name = DisplayName.parse(request.name()).value();
        ApiKeyText text = ApiKeyText.random(random);
        ApiKey key =
                ApiKey.made(Ids.next(), tenant, text.prefix(), name, scopes, labels, now, request.checkedExpiry(now));
        return tenants.get(tenant)
                .chain(() -> store.insert(key, text.hash(), event(Action.API_KEY_CREATED, maker, key)))
                .replaceWith(new IssuedKey(key, text));
    }

    /** A key that is not revoked; fails with {@link AuthError.NotFound} where the tenant has no such key. */
    Uni<ApiKey> get(UUID tenant, UUID id) {
        return store.find(tenant, id).map(found -> found.orElseThrow(() -> new AuthError.NotFound("API key")));
    }

    /** The keys of a tenant that are not revoked, oldest first, one more than the limit where there are further ones. */
    Uni<List<ApiKey>> list(UUID tenant, PageRequest page) {
        return store.list(tenant, page.after(), page.limit() + 1);
    }

    /**
     * A new key in place of another, which goes on for the overlap at most. Fails with {@link AuthError.NotFound},
     * {@link AuthError.ScopesNotHeld}, or {@link AuthError.StateNotWritten} after all was done.
     */
    Uni<IssuedKey> rotate(Caller by, UUID id, Duration overlap) {
        return get(by.tenantId(), id)
                .invoke(old -> requireHeld(by, old.scopes(), old.labels()))
                .chain(old -> replace(old, overlap, by));
    }

    private Uni<IssuedKey> replace(ApiKey old, Duration overlap, Caller by) {
        Instant now = clock.instant();
        ApiKeyText text = ApiKeyText.random(random);
        ApiKey next = old.successor(Ids.next(), text.prefix(), now);
        AuditEvent event = event(Action.API_KEY_ROTATED, by, old)
                .with(Map.of("successor", TenantState.epochOfKey(next.id()), "overlap", overlap.toString()));
        return store.replace(old, now.plus(overlap), next, text.hash(), event)
                .chain(states::announce)
                .replaceWith(new IssuedKey(next, text));
    }

    /**
     * Ends a key; fails with {@link AuthError.NotFound} where the tenant has no such key, or with
     * {@link AuthError.StateNotWritten} after it was ended.
     */
    Uni<Void> revoke(Caller by, UUID id) {
        return get(by.tenantId(), id)
                .chain(key -> store.revoke(key, clock.instant(), event(Action.API_KEY_REVOKED, by, key)))
                .chain(states::announce);
    }

    private AuditEvent event(Action action, Caller by, ApiKey key) {
        return AuditEvent.of(key.tenantId(), clock.instant(), action, by.subject(), TenantState.epochOfKey(key.id()))
                .with(Map.of("prefix", key.prefix(), "scopes", key.scopes().claim()));
    }

    private static void requireHeld(Caller maker, Scopes scopes, Labels labels) {
        if (!new Scopes(maker.scopes()).cover(scopes) || !labels.areAmong(maker.acl())) {
            throw new AuthError.ScopesNotHeld();
        }
    }
}
