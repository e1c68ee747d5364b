package io.frontdesk.auth.state;

import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Whether the state Redis has the states of all tenants. A key says so, which goes with all others when Redis loses its data;
 * then one replica at a time holds another while it writes them again. Where Redis loses its data once more meanwhile, it
 * loses that one too, and the writing has been in vain.
 */
@ApplicationScoped
public class RedisCompletenessStore {
    private static final String COMPLETE = "auth:{states}:complete";
    private static final String WRITER = "auth:{states}:writer";

    /** Longer than writing one page takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Script BEGIN = Script.of("""
            if redis.call('exists', KEYS[1]) == 1 then return 0 end
            return redis.call('set', KEYS[2], ARGV[1], 'nx', 'px', ARGV[2]) and 1 or 0""");
    private static final Script GO_ON = Script.of("""
            if redis.call('get', KEYS[2]) ~= ARGV[1] then return 0 end
            return redis.call('pexpire', KEYS[2], ARGV[2])""");
    private static final Script FINISH = Script.of("""
            if redis.call('get', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('set', KEYS[1], '1')
            return redis.call('del', KEYS[2])""");

    private final Redis redis;

    RedisCompletenessStore(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    /** Whether states are missing, and nobody but this writer writes them. */
    public Uni<Boolean> begin(UUID writer) {
        return run(BEGIN, writer);
    }

    /** Whether the writer still is the writer, and has not written in vain so far. */
    public Uni<Boolean> goOn(UUID writer) {
        return run(GO_ON, writer);
    }

    /** Notes that all are there; false where they were written in vain. */
    public Uni<Boolean> finish(UUID writer) {
        return run(FINISH, writer);
    }

    private Uni<Boolean> run(Script script, UUID writer) {
        return script.run(
                        redis,
                        List.of(COMPLETE, WRITER),
                        List.of(writer.toString(), Long.toString(PATIENCE.toMillis())))
                .map(reply -> reply.toInteger() == 1);
    }
}
