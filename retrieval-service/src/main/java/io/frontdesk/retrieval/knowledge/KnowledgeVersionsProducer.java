package io.frontdesk.retrieval.knowledge;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes how knowledge versions are read and raised: in Redis, and read only if it answers in time. */
class KnowledgeVersionsProducer {
    @Produces
    @Singleton
    KnowledgeVersions versions(@RedisClientName("state") Redis redis, KnowledgeConfig config) {
        return new ResilientKnowledgeVersions(new RedisKnowledgeVersions(redis), config.stateTimeout());
    }
}
