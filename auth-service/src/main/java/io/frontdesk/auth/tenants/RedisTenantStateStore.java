package io.frontdesk.auth.tenants;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.contracts.TenantState;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The part of {@link TenantState} that this service owns, on the state Redis. */
@ApplicationScoped
class RedisTenantStateStore {
    private final ReactiveRedisDataSource redis;

    RedisTenantStateStore(@RedisClientName("state") ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Writes what gateways have to know of a tenant; fields that other services own stay as they are. Fails with {@link AuthError.StateNotWritten}. */
    Uni<Void> write(Tenant tenant) {
        return redis.hash(String.class)
                .hset(
                        TenantState.key(tenant.id()),
                        Map.of(
                                TenantState.STATUS, tenant.status().wireName(),
                                TenantState.PLAN, tenant.plan(),
                                TenantState.SETTINGS_VERSION, Long.toString(tenant.settingsVersion())))
                .onFailure()
                .transform(AuthError.StateNotWritten::new)
                .replaceWithVoid();
    }
}
