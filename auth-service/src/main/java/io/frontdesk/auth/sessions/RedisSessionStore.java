package io.frontdesk.auth.sessions;

import io.frontdesk.kit.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sessions on the state Redis, each with the hash of the one refresh token that it can be refreshed with. */
@ApplicationScoped
class RedisSessionStore {
    private static final Script PUT = Script.of("""
            redis.call('hset', KEYS[1], 'tenant', ARGV[1], 'user', ARGV[2], 'generation', ARGV[3], 'ends', ARGV[4],
              'token', ARGV[5])
            redis.call('pexpireat', KEYS[1], ARGV[4])
            return {KEYS[1]}""");
    private static final Script FIND = Script.of("""
            local held = redis.call('hmget', KEYS[1], 'tenant', 'user', 'generation', 'ends', 'token')
            if not held[5] then return {KEYS[1]} end
            return {KEYS[1], unpack(held)}""");
    private static final Script ROTATE = Script.of("""
            if redis.call('hget', KEYS[1], 'token') ~= ARGV[1] then return {KEYS[1], 'no'} end
            redis.call('hset', KEYS[1], 'token', ARGV[2])
            return {KEYS[1], 'yes'}""");
    private static final Script DELETE = Script.of("""
            redis.call('del', KEYS[1])
            return {KEYS[1]}""");

    private final StateRedisClient redis;

    RedisSessionStore(StateRedisClient redis) {
        this.redis = redis;
    }

    Uni<Void> put(Session session, RefreshToken token) {
        return redis.run(
                        PUT,
                        key(session.id()),
                        session.tenantId().toString(),
                        session.userId().toString(),
                        Long.toString(session.generation()),
                        Long.toString(session.endsAt().toEpochMilli()),
                        token.hash())
                .replaceWithVoid();
    }

    /** The session that a token belongs to, or belonged to. */
    Uni<Optional<Held>> find(RefreshToken token) {
        return redis.run(FIND, key(token.session())).map(reply -> held(token, reply));
    }

    /** Puts one token in the place of another; whether the other was the one that counted. */
    Uni<Boolean> rotate(RefreshToken old, RefreshToken fresh) {
        return redis.run(ROTATE, key(old.session()), old.hash(), fresh.hash())
                .map(reply -> "yes".equals(reply.get(1).toString()));
    }

    Uni<Void> delete(UUID session) {
        return redis.run(DELETE, key(session)).replaceWithVoid();
    }

    private static Optional<Held> held(RefreshToken token, Response reply) {
        if (reply.size() == 1) {
            return Optional.empty();
        }
        Session session = new Session(
                token.session(),
                UUID.fromString(reply.get(1).toString()),
                UUID.fromString(reply.get(2).toString()),
                reply.get(3).toLong(),
                Instant.ofEpochMilli(reply.get(4).toLong()));
        return Optional.of(new Held(session, token.hash().equals(reply.get(5).toString())));
    }

    private static String key(UUID session) {
        return "session:{" + session + "}";
    }

    /**
     * A session that goes on.
     *
     * @param byThisToken whether the token is the one that counts, and none that was used before
     */
    record Held(Session session, boolean byThisToken) {}
}
