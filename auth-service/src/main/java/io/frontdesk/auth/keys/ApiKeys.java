package io.frontdesk.auth.keys;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.InvalidField;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The API keys of tenants. */
@ApplicationScoped
public class ApiKeys {
    private final PgApiKeyStore store;
    private final Tenants tenants;
    private final SecureRandom random;
    private final Clock clock;

    ApiKeys(PgApiKeyStore store, Tenants tenants, SecureRandom random, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new key of a tenant.
     *
     * @param maker what its maker may do: the key can do no more
     * @return fails with {@link AuthError.ScopesNotHeld} or {@link AuthError.NotFound}
     */
    Uni<IssuedKey> create(UUID tenant, NewApiKey request, Scopes maker) {
        Scopes scopes = Scopes.parse(request.scopes());
        if (!maker.cover(scopes)) {
            throw new AuthError.ScopesNotHeld();
        }
        Instant now = clock.instant();
        Optional<Instant> expiresAt = Optional.ofNullable(request.expiresAt());
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
            throw new InvalidField("expires_at", "must be in the future, is " + expiresAt.get());
        }
        DisplayName name = DisplayName.parse(request.name());
        ApiKeyText text = ApiKeyText.random(random);
        ApiKey key = new ApiKey(Ids.next(), tenant, text.prefix(), name.value(), scopes, now, expiresAt);
        return tenants.get(tenant).chain(() -> store.insert(key, text.hash())).replaceWith(new IssuedKey(key, text));
    }

    /** The keys of a tenant that are not revoked, oldest first, one more than the limit where there are further ones. */
    Uni<List<ApiKey>> list(UUID tenant, Optional<UUID> after, int limit) {
        return store.list(tenant, after, limit + 1);
    }

    /** Ends a key; fails with {@link AuthError.NotFound} where the tenant has no such key. */
    Uni<Void> revoke(UUID tenant, UUID id) {
        return store.revoke(tenant, id, clock.instant())
                .invoke(ApiKeys::requireFound)
                .replaceWithVoid();
    }

    /** Makes a text a key under a fixed id, in place of the text that was the key before. */
    public Uni<Void> install(UUID tenant, UUID id, String name, Scopes scopes, ApiKeyText text) {
        var key = new ApiKey(id, tenant, text.prefix(), name, scopes, clock.instant(), Optional.empty());
        return store.upsert(key, text.hash());
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw new AuthError.NotFound("API key");
        }
    }
}
