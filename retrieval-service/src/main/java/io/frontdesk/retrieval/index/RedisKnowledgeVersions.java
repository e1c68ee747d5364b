package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The knowledge version in the {@link TenantState}, on the Redis that does not evict. */
@ApplicationScoped
class RedisKnowledgeVersions implements KnowledgeVersions {
    private static final Logger LOG = Logger.getLogger(RedisKnowledgeVersions.class);

    /** Replicas finish in any order: the greatest version stays. */
    private static final String RAISE = """
            local present = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if tonumber(ARGV[2]) > present then
              redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            end
            return 1""";

    private final ReactiveRedisDataSource redis;

    RedisKnowledgeVersions(@RedisClientName("state") ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Void> raise(UUID tenant, long version) {
        return redis.execute(
                        "EVAL",
                        RAISE,
                        "1",
                        TenantState.key(tenant),
                        TenantState.KNOWLEDGE_VERSION,
                        Long.toString(version))
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Knowledge version %d of tenant %s could not be written", version, tenant))
                .onFailure()
                .transform(e -> new RetrievalError.StateUnavailable())
                .replaceWithVoid();
    }
}
