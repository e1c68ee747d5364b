package io.frontdesk.gateway.browsers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.Budget;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.tokens.SystemTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * The websites that each tenant lists. They are asked of the auth-service once for each version of the tenant's settings, which
 * every request reads in the tenant's state, so that a change holds on the next one.
 */
@ApplicationScoped
class AllowedOrigins {
    private static final int TENANTS = 10_000;

    /** Not the time of the one who asks first: others wait too. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** While nobody knows the version, so long a change may stay unnoticed: about as long as a grant goes on then. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Upstream upstream;
    private final SystemTokens tokens;
    private final AsyncCache<Key, Set<String>> origins =
            Caffeine.newBuilder().maximumSize(TENANTS).expireAfterWrite(LONGEST).buildAsync();

    AllowedOrigins(Upstream upstream, SystemTokens tokens) {
        this.upstream = upstream;
        this.tokens = tokens;
    }

    /** The origins; fails with a {@link GatewayError} where the auth-service does not say. */
    Uni<Set<String>> of(UUID tenant, OptionalLong settingsVersion) {
        // A copy for each who asks: one that goes away must not cancel what others wait for.
        return Uni.createFrom()
                .completionStage(() -> origins.get(new Key(tenant, settingsVersion), (absent, executor) -> ask(tenant)
                                .subscribeAsCompletionStage()
                                .toCompletableFuture())
                        .copy());
    }

    private Uni<Set<String>> ask(UUID tenant) {
        String path = AuthClient.INTERNAL + "/v1/tenants/" + tenant + "/settings/gateway";
        return tokens.forTenant(tenant)
                .onFailure()
                .transform(e -> new GatewayError.Unavailable(UpstreamService.AUTH.serviceName(), e))
                .map(token ->
                        UpstreamRequest.get(path).authorized("Bearer " + token).within(Budget.forEverybody(PATIENCE)))
                .chain(request -> upstream.call(UpstreamService.AUTH, request))
                .map(AllowedOrigins::origins);
    }

    private static Set<String> origins(UpstreamReply reply) {
        if (!reply.isSuccess()) {
            throw new GatewayError.Broken(reply.service(), "answered status " + reply.status(), null);
        }
        return Set.copyOf(reply.as(TenantSettings.class).cors().origins());
    }

    /**
     * What was asked.
     *
     * @param version not newer than what is found under it
     */
    private record Key(UUID tenant, OptionalLong version) {}
}
