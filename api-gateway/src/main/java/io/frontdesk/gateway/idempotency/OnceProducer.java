package io.frontdesk.gateway.idempotency;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes how work is done once: by claims on Redis, which has to answer in time. */
final class OnceProducer {
    @Produces
    @Singleton
    Once once(@RedisClientName("state") Redis redis, IdempotencyConfig config, Vertx vertx) {
        ClaimStore store =
                new TimelyClaimStore(new RedisClaimStore(redis, config.lease(), config.keep()), config.stateTimeout());
        return new Once(store, config.lease(), vertx);
    }
}
