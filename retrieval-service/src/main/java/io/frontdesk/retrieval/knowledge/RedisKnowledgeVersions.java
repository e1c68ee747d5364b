package io.frontdesk.retrieval.knowledge;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.redis.StateVersion;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The knowledge version in the {@link TenantState}, written once per published document. */
final class RedisKnowledgeVersions implements KnowledgeVersions {
    private static final Logger LOG = Logger.getLogger(RedisKnowledgeVersions.class);

    private final StateVersion told;

    RedisKnowledgeVersions(Redis redis) {
        this.told = new StateVersion(redis, TenantState.KNOWLEDGE_VERSION);
    }

    @Override
    public Uni<OptionalLong> current(UUID tenant) {
        return told.current(tenant);
    }

    @Override
    public Uni<Void> raise(UUID tenant, long version) {
        return told.raise(tenant, version)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Knowledge version %d of tenant %s could not be written", version, tenant))
                .onFailure()
                .transform(e -> new RetrievalError.StateUnavailable());
    }
}
