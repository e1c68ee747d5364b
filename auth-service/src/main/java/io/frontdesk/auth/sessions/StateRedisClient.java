package io.frontdesk.auth.sessions;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Scripts on the state Redis, one key each, in bounded time and number. A script answers with its key before anything else,
 * and a reply with another key is refused: it would be another request's.
 */
@ApplicationScoped
public class StateRedisClient {
    private static final int WAITING_PER_RUNNING = 10;

    private final Redis redis;
    private final TypedGuard<Uni<Response>> guard;

    StateRedisClient(@RedisClientName("state") Redis redis, RedisConfig config) {
        this.redis = redis;
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Response>>() {})
                .withDescription("state Redis")
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(config.concurrency() * WAITING_PER_RUNNING)
                .done()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** Runs a script; fails with {@link AuthError.StateUnavailable} where Redis does not answer in time, or not this. */
    public Uni<Response> run(Script script, String key, String... values) {
        return guard.get(() -> script.run(redis, List.of(key), List.of(values)))
                .invoke(reply -> requireKey(reply, key))
                .onFailure()
                .transform(AuthError.StateUnavailable::new);
    }

    private static void requireKey(Response reply, String key) {
        if (!key.equals(reply.get(0).toString())) {
            throw new IllegalStateException("Redis answered for another key than " + key);
        }
    }
}
