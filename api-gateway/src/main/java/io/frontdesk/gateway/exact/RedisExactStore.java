package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.frontdesk.kit.redis.Script;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Redis that may evict. An entry names its key, so that a connection on which a reply was left over is found out. */
@RegisterForReflection(targets = KeptAnswer.class)
final class RedisExactStore implements ExactStore {
    private static final Script FIND = Script.of(ExactAnswers.FIND);

    private final Redis redis;

    RedisExactStore(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Optional<KeptAnswer>> find(String key, Duration lifetime) {
        return FIND.run(redis, List.of(key), List.of(Long.toString(lifetime.toMillis())))
                .map(value -> Optional.ofNullable(value)
                        .flatMap(found -> ExactAnswers.payload(found.toString()))
                        .map(payload -> answer(key, payload)));
    }

    private static KeptAnswer answer(String key, String payload) {
        KeptAnswer answer = UpstreamJson.read(Buffer.buffer(payload), KeptAnswer.class);
        if (!answer.key().equals(key)) {
            throw new IllegalStateException("the cache answered another question");
        }
        return answer;
    }
}
