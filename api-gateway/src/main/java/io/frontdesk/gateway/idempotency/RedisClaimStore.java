package io.frontdesk.gateway.idempotency;

import io.frontdesk.kit.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;

/** On the state Redis, in one round trip each. */
final class RedisClaimStore implements ClaimStore {
    private static final Script CLAIM = Script.beside(RedisClaimStore.class, "claim");
    private static final Script RENEW = Script.beside(RedisClaimStore.class, "renew");
    private static final Script KEEP = Script.beside(RedisClaimStore.class, "keep");
    private static final Script RELEASE = Script.beside(RedisClaimStore.class, "release");

    private final Redis redis;
    private final String lease;
    private final String kept;

    /**
     * The store.
     *
     * @param lease after which a claim is nobody's whose holder is not heard of
     * @param kept how long responses are there
     */
    RedisClaimStore(Redis redis, Duration lease, Duration kept) {
        this.redis = redis;
        this.lease = Long.toString(lease.toMillis());
        this.kept = Long.toString(kept.toMillis());
    }

    @Override
    public Uni<Held> claim(Claim claim, String holder, String fingerprint) {
        return CLAIM.run(redis, List.of(claim.name()), List.of(holder, lease, fingerprint))
                .map(reply -> held(holder, reply));
    }

    /** The answer begins with who asked, so that one that was left over on a connection is found out. */
    private static Held held(String holder, Response reply) {
        if (!reply.get(0).toString().equals(holder)) {
            throw new IllegalStateException("the state Redis answered another request");
        }
        String by = reply.get(1).toString();
        String fingerprint = reply.get(2).toString();
        Response response = reply.get(3);
        if (response != null) {
            return new Held.Done(by, fingerprint, response.toString());
        }
        return by.equals(holder) ? new Held.Ours() : new Held.Theirs(fingerprint);
    }

    @Override
    public Uni<Void> renew(Claim claim, String holder) {
        return RENEW.run(redis, List.of(claim.name()), List.of(holder, lease)).replaceWithVoid();
    }

    @Override
    public Uni<Void> keep(Claim claim, String holder, String fingerprint, String response) {
        return KEEP.run(redis, List.of(claim.name()), List.of(holder, kept, fingerprint, response))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> release(Claim claim, String holder) {
        return RELEASE.run(redis, List.of(claim.name()), List.of(holder)).replaceWithVoid();
    }
}
