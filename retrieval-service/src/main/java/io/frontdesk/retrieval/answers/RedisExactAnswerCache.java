package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The exact cache on the Redis that may evict. */
@ApplicationScoped
class RedisExactAnswerCache implements ExactAnswerCache {
    private static final Logger LOG = Logger.getLogger(RedisExactAnswerCache.class);

    private final ReactiveRedisDataSource redis;

    RedisExactAnswerCache(@RedisClientName("answers") ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Void> withdraw(List<Withdrawal> withdrawn) {
        var ofTenants = withdrawn.stream().collect(Collectors.groupingBy(Withdrawal::tenant));
        return Multi.createFrom()
                .iterable(ofTenants.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> withdraw(of.getKey(), of.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    /** One call for the keys of a tenant, which are in one slot. */
    private Uni<Void> withdraw(UUID tenant, List<Withdrawal> withdrawn) {
        List<String> arguments = new ArrayList<>(List.of(ExactAnswers.WITHDRAW, Integer.toString(withdrawn.size())));
        withdrawn.forEach(answer -> arguments.add(answer.cacheKey()));
        arguments.add(Long.toString(ExactAnswers.TOMBSTONE_LIFETIME.toMillis()));
        withdrawn.forEach(answer -> arguments.add(Long.toString(answer.knowledgeVersion())));
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .onFailure()
                .invoke(e -> LOG.errorf(e, "%d answers of tenant %s not withdrawn", withdrawn.size(), tenant))
                .onFailure()
                .transform(e -> new RetrievalError.StateUnavailable())
                .replaceWithVoid();
    }
}
