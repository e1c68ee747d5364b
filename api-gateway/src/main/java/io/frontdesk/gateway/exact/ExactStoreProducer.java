package io.frontdesk.gateway.exact;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes how answers are read: from Redis, if it answers in time. */
final class ExactStoreProducer {
    @Produces
    @Singleton
    ExactStore store(@RedisClientName("answers") Redis redis, ExactCacheConfig config, MeterRegistry metrics) {
        return new ResilientExactStore(new RedisExactStore(redis), config.timeout(), metrics);
    }
}
