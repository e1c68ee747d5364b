package io.frontdesk.gateway.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes how the standing of a tenant is read: from Redis, if it answers in time. */
final class StandingStoreProducer {
    @Produces
    @Singleton
    StandingStore store(@RedisClientName("state") Redis redis, IdentityConfig config, MeterRegistry metrics) {
        return new ResilientStandingStore(new RedisStandingStore(redis), config.stateTimeout(), metrics);
    }
}
