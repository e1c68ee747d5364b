package io.frontdesk.kit.redis;

import io.frontdesk.contracts.TenantState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A version in the {@link TenantState}. The question is echoed before its answer, so that a connection on which a reply was left
 * over is found out, instead of answering for another tenant.
 */
public final class StateVersion {
    /** Written where something has changed and never on the way of a question, so that whoever changed it may wait. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(2);

    /** Replicas finish in any order: the greatest version stays. */
    private static final Script RAISE = Script.of("""
            local present = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if tonumber(ARGV[2]) > present then
              redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            end
            return 1""");

    private final Redis redis;
    private final String field;

    /**
     * One that a service owns.
     *
     * @param redis the state Redis
     * @param field of the {@link TenantState}
     */
    public StateVersion(Redis redis, String field) {
        this.redis = redis;
        this.field = field;
    }

    /** The version that whoever asks must see at least; nothing where there is none. Takes as long as Redis does. */
    public Uni<OptionalLong> current(UUID tenant) {
        String key = TenantState.key(tenant);
        return redis.batch(List.of(
                        Request.cmd(Command.ECHO).arg(key),
                        Request.cmd(Command.HGET).arg(key).arg(field)))
                .map(replies -> version(key, replies));
    }

    private static OptionalLong version(String key, List<Response> replies) {
        if (!key.equals(replies.get(0).toString())) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        Response version = replies.get(1);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version.toLong());
    }

    /** Lets every later look see this version or a greater one; fails where Redis does not say so within two seconds. */
    public Uni<Void> raise(UUID tenant, long version) {
        return RAISE.run(redis, List.of(TenantState.key(tenant)), List.of(field, "" + version))
                .ifNoItem()
                .after(WRITE_PATIENCE)
                .fail()
                .replaceWithVoid();
    }
}
