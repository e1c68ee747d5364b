package io.frontdesk.generation.settings;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The version of settings in the {@link TenantState}, on the Redis that does not evict. The question is echoed before its answer,
 * so that a connection on which a reply was left over is found out.
 */
@ApplicationScoped
class RedisSettingsVersions {
    /** Not told: there is none, or it cannot be told in time. */
    static final long UNKNOWN = 0;

    private static final TypeLiteral<Uni<Long>> VERSION = new TypeLiteral<>() {};
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(2);

    /** Replicas finish in any order: the greatest version stays. */
    private static final String RAISE = """
            local present = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if tonumber(ARGV[2]) > present then
              redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            end
            return 1""";

    private final Redis redis;
    private final TimelyCalls calls;

    RedisSettingsVersions(@RedisClientName("state") Redis redis, AnswerSettingsConfig config) {
        this.redis = redis;
        this.calls = new TimelyCalls("settings-versions", config.stateTimeout());
    }

    /** The version that whoever asks must see at least. */
    Uni<Long> current(UUID tenant) {
        return calls.call(VERSION, () -> read(tenant)).onFailure().recoverWithItem(UNKNOWN);
    }

    private Uni<Long> read(UUID tenant) {
        String key = TenantState.key(tenant);
        return redis.batch(List.of(
                        Request.cmd(Command.ECHO).arg(key),
                        Request.cmd(Command.HGET).arg(key).arg(TenantState.ANSWER_SETTINGS_VERSION)))
                .map(replies -> version(key, replies));
    }

    private static long version(String key, List<Response> replies) {
        if (!key.equals(replies.get(0).toString())) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        Response version = replies.get(1);
        return version == null ? UNKNOWN : version.toLong();
    }

    /** Lets every later look see this version or a greater one; fails with {@link AnswerError.StateUnavailable}. */
    Uni<Void> raise(UUID tenant, long version) {
        return redis.send(Request.cmd(Command.EVAL)
                        .arg(RAISE)
                        .arg(1)
                        .arg(TenantState.key(tenant))
                        .arg(TenantState.ANSWER_SETTINGS_VERSION)
                        .arg(version))
                .ifNoItem()
                .after(WRITE_PATIENCE)
                .fail()
                .onFailure()
                .transform(AnswerError.StateUnavailable::new)
                .replaceWithVoid();
    }
}
