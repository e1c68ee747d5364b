package io.frontdesk.retrieval.knowledge;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The knowledge version in the {@link TenantState}, on the Redis that does not evict. The question is echoed before its
 * answer, so that a connection on which a reply was left over is found out, instead of answering for another tenant.
 */
final class RedisKnowledgeVersions implements KnowledgeVersions {
    private static final Logger LOG = Logger.getLogger(RedisKnowledgeVersions.class);

    /** Written once per published document and never on the way of a question, so a publication may wait for it. */
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(2);

    /** Replicas finish in any order: the greatest version stays. */
    private static final String RAISE = """
            local present = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if tonumber(ARGV[2]) > present then
              redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            end
            return 1""";

    private final Redis redis;

    RedisKnowledgeVersions(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<OptionalLong> current(UUID tenant) {
        String key = TenantState.key(tenant);
        return redis.batch(List.of(
                        Request.cmd(Command.ECHO).arg(key),
                        Request.cmd(Command.HGET).arg(key).arg(TenantState.KNOWLEDGE_VERSION)))
                .map(replies -> version(key, replies));
    }

    private static OptionalLong version(String key, List<Response> replies) {
        if (!key.equals(replies.get(0).toString())) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        Response version = replies.get(1);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version.toLong());
    }

    @Override
    public Uni<Void> raise(UUID tenant, long version) {
        return redis.send(Request.cmd(Command.EVAL)
                        .arg(RAISE)
                        .arg(1)
                        .arg(TenantState.key(tenant))
                        .arg(TenantState.KNOWLEDGE_VERSION)
                        .arg(version))
                .ifNoItem()
                .after(WRITE_PATIENCE)
                .fail()
                .onFailure()
                .invoke(e -> LOG.errorf(e, "Knowledge version %d of tenant %s could not be written", version, tenant))
                .onFailure()
                .transform(e -> new RetrievalError.StateUnavailable())
                .replaceWithVoid();
    }
}
