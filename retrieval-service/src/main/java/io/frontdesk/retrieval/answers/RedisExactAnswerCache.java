package io.frontdesk.retrieval.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.kit.redis.Script;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The exact cache on the Redis that may evict. */
@ApplicationScoped
@RegisterForReflection(targets = KeptAnswer.class)
class RedisExactAnswerCache implements ExactAnswerCache {
    private static final Logger LOG = Logger.getLogger(RedisExactAnswerCache.class);

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

    private static final Script STORE = Script.of(ExactAnswers.STORE);
    private static final Script WITHDRAW = Script.of(ExactAnswers.WITHDRAW);

    private final Redis redis;
    private final ObjectMapper json;
    private final Duration lifetime;

    RedisExactAnswerCache(@RedisClientName("answers") Redis redis, ObjectMapper json, AnswersConfig config) {
        this.redis = redis;
        this.json = json;
        this.lifetime = config.exactLifetime().compareTo(ExactAnswers.TOMBSTONE_LIFETIME) < 0
                ? ExactAnswers.TOMBSTONE_LIFETIME
                : config.exactLifetime();
    }

    @Override
    public Uni<Void> store(String key, long knowledgeVersion, Answer answer) {
        String payload = payload(new KeptAnswer(key, Instant.now(), answer));
        return STORE.run(
                        redis,
                        List.of(key),
                        List.of(
                                Long.toString(knowledgeVersion),
                                ExactAnswers.entry(knowledgeVersion, payload),
                                Long.toString(lifetime.toMillis())))
                .ifNoItem()
                .after(STORE_PATIENCE)
                .fail()
                .onFailure()
                .invoke(e -> LOG.warnf("An answer is not in the exact cache: %s", e))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private String payload(KeptAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
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
        List<String> keys = withdrawn.stream().map(Withdrawal::cacheKey).toList();
        List<String> arguments = new ArrayList<>(List.of(Long.toString(ExactAnswers.TOMBSTONE_LIFETIME.toMillis())));
        withdrawn.forEach(answer -> arguments.add(Long.toString(answer.knowledgeVersion())));
        return WITHDRAW.run(redis, keys, arguments)
                .onFailure()
                .invoke(e -> LOG.errorf(e, "%d answers of tenant %s not withdrawn", withdrawn.size(), tenant))
                .onFailure()
                .transform(e -> new RetrievalError.StateUnavailable())
                .replaceWithVoid();
    }
}
