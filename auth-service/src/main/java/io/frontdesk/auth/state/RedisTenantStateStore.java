package io.frontdesk.auth.state;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The part of {@link TenantState} that this service owns, on the state Redis. Every write is harmless when it is done twice,
 * and without effect when it comes after a newer one.
 */
@ApplicationScoped
class RedisTenantStateStore {
    /** Fields of the tenant as a whole, unless newer ones are there; the tombstone of a deleted tenant goes after an hour. */
    private static final Script WRITE_FACTS = Script.of("""
            if tonumber(redis.call('hget', KEYS[1], 'version') or '0') <= tonumber(ARGV[1]) then
              redis.call('hset', KEYS[1], 'version', ARGV[1], 'status', ARGV[2], 'plan', ARGV[3], 'settings_version', ARGV[4])
              if ARGV[2] == 'deleted' then redis.call('expire', KEYS[1], 3600) end
            end
            return 0""");

    /**
     * One epoch, unless a higher one is there. Epochs older than an hour go: no grant is used for that long. When each was
     * written stands in a sorted set beside the hash.
     */
    private static final Script WRITE_EPOCH = Script.of("""
            local now = tonumber(redis.call('time')[1])
            if tonumber(redis.call('hget', KEYS[1], ARGV[1]) or '0') < tonumber(ARGV[2]) then
              redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
              redis.call('zadd', KEYS[2], now, ARGV[1])
            end
            local old = redis.call('zrange', KEYS[2], '-inf', now - 3600, 'byscore', 'limit', 0, 100)
            for _, name in ipairs(old) do
              redis.call('hdel', KEYS[1], name)
              redis.call('zrem', KEYS[2], name)
            end
            redis.call('expire', KEYS[2], 7200)
            return 0""");

    private final Redis redis;

    RedisTenantStateStore(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    /** Writes what changed; fields that other services own stay as they are. Fails with {@link AuthError.StateNotWritten}. */
    Uni<Void> write(StateChange change) {
        Uni<Response> written =
                switch (change) {
                    case StateChange.Facts facts ->
                        WRITE_FACTS.run(
                                redis,
                                List.of(TenantState.key(facts.tenantId())),
                                List.of(
                                        Long.toString(facts.version()),
                                        facts.status(),
                                        facts.plan(),
                                        Long.toString(facts.settingsVersion())));
                    case StateChange.Epoch epoch ->
                        WRITE_EPOCH.run(
                                redis,
                                List.of(TenantState.key(epoch.tenantId()), writtenKey(epoch.tenantId())),
                                List.of(epoch.name(), Long.toString(epoch.epoch())));
                };
        return written.replaceWithVoid().onFailure().transform(AuthError.StateNotWritten::new);
    }

    Uni<Void> forgetEpochs(UUID tenant) {
        return redis.send(Request.cmd(Command.DEL).arg(writtenKey(tenant)))
                .replaceWithVoid()
                .onFailure()
                .transform(AuthError.StateNotWritten::new);
    }

    private static String writtenKey(UUID tenant) {
        return "tenant:{" + tenant + "}:epochs";
    }
}
