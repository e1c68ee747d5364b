package io.frontdesk.retrieval.knowledge;

import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Whether the state Redis has the knowledge versions of all tenants. A key says so, which goes with all others when Redis
 * loses its data; until they are written again it names who began to write them last. Where that is another one by the end, or
 * the key is gone again, they have to be written once more.
 */
@ApplicationScoped
public class RedisCompletenessStore {
    private static final String KEY = "retrieval:{knowledge}:complete";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Script BEGIN = Script.of("""
            if redis.call('get', KEYS[1]) == 'complete' then return 1 end
            redis.call('set', KEYS[1], ARGV[1])
            return 0""");
    private static final Script FINISH = Script.of("""
            if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('set', KEYS[1], 'complete') end
            return 1""");

    private final Redis redis;

    RedisCompletenessStore(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    /** Whether no version lacks; where some may, this writer begins to write all. */
    public Uni<Boolean> begin(UUID writer) {
        return run(BEGIN, writer);
    }

    /** Notes that this writer has written all. */
    public Uni<Void> finish(UUID writer) {
        return run(FINISH, writer).replaceWithVoid();
    }

    private Uni<Boolean> run(Script script, UUID writer) {
        return script.run(redis, List.of(KEY), List.of(writer.toString()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(reply -> reply.toInteger() == 1);
    }
}
