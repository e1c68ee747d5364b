package io.frontdesk.auth.login;

import io.frontdesk.auth.sessions.StateRedisClient;
import io.frontdesk.kit.redis.Script;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Failed logins in a row, on the state Redis and by its clock, so that all replicas count together. A try counts as failed
 * from its beginning until it is known not to have: as many as are free may be under way at once, and no more.
 */
@ApplicationScoped
class RedisAttemptStore {
    private static final Script BEGIN = Script.of("""
            local time = redis.call('time')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local free, first, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local open = tonumber(redis.call('hget', KEYS[1], 'open') or '0')
            if now < open then return {KEYS[1], open - now} end
            local failures = redis.call('hincrby', KEYS[1], 'failures', 1)
            if failures >= free then
              open = now + math.min(longest, first * 2 ^ (failures - free))
              redis.call('hset', KEYS[1], 'open', string.format('%.0f', open))
            end
            redis.call('pexpire', KEYS[1], ARGV[4])
            return {KEYS[1], 0}""");
    private static final Script FORGIVE = Script.of("""
            if redis.call('exists', KEYS[1]) == 1 then
              if redis.call('hincrby', KEYS[1], 'failures', -1) < tonumber(ARGV[1]) then redis.call('hdel', KEYS[1], 'open') end
            end
            return {KEYS[1]}""");
    private static final Script RESET = Script.of("""
            redis.call('del', KEYS[1])
            return {KEYS[1]}""");

    private final StateRedisClient redis;
    private final LoginConfig config;

    RedisAttemptStore(StateRedisClient redis, LoginConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /** Begins a try, or, where it has to wait, does not and returns for how long. */
    Uni<Duration> begin(String who) {
        return redis.run(
                        BEGIN,
                        key(who),
                        Integer.toString(config.freeFailures()),
                        Long.toString(config.firstWait().toMillis()),
                        Long.toString(config.longestWait().toMillis()),
                        Long.toString(config.rememberedFor().toMillis()))
                .map(reply -> Duration.ofMillis(reply.get(1).toLong()));
    }

    /** Takes a try back that has come to nothing. */
    Uni<Void> forgive(String who) {
        return redis.run(FORGIVE, key(who), Integer.toString(config.freeFailures()))
                .replaceWithVoid();
    }

    /** Forgets all failures. */
    Uni<Void> reset(String who) {
        return redis.run(RESET, key(who)).replaceWithVoid();
    }

    private static String key(String who) {
        return "login:{" + who + "}:failures";
    }
}
