package io.frontdesk.auth.removal;

import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The sessions of a tenant's users on the state Redis. They count for nothing once the tenant is gone and expire within a day;
 * since no key leads from a tenant to them, all keys are looked through, a page at a time.
 */
@ApplicationScoped
class RedisUserSessionsStore {
    private static final String START = "0";

    private static final Script REMOVE_SOME = Script.of("""
            local page = redis.call('scan', ARGV[1], 'match', 'session:*', 'count', 1000)
            for _, key in ipairs(page[2]) do
              if redis.call('type', key).ok == 'hash' and redis.call('hget', key, 'tenant') == ARGV[2] then
                redis.call('del', key)
              end
            end
            return page[1]""");

    private final Redis redis;

    RedisUserSessionsStore(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    Uni<Void> remove(UUID tenant) {
        return removeFrom(START, tenant);
    }

    private Uni<Void> removeFrom(String cursor, UUID tenant) {
        return REMOVE_SOME
                .run(redis, List.of(), List.of(cursor, tenant.toString()))
                .map(Response::toString)
                .chain(next -> next.equals(START) ? Uni.createFrom().voidItem() : removeFrom(next, tenant));
    }
}
