package io.frontdesk.retrieval.cache;

import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes the cache: Redis, if it answers in time. */
class RetrievalCacheProducer {
    @Produces
    @Singleton
    RetrievalCache cache(Redis redis, CacheConfig config) {
        return new ResilientRetrievalCache(new RedisRetrievalCache(redis), config.timeout());
    }
}
