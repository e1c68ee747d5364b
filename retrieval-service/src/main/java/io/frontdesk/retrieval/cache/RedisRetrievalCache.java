package io.frontdesk.retrieval.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One {@code MGET} for all keys. */
final class RedisRetrievalCache implements RetrievalCache {
    private final Redis redis;

    RedisRetrievalCache(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<List<Optional<byte[]>>> read(List<String> keys) {
        var question = Request.cmd(Command.MGET);
        keys.forEach(question::arg);
        return redis.send(question).map(reply -> values(keys.size(), reply));
    }

    @Override
    public Uni<Void> write(String key, byte[] value, Duration lifetime) {
        return redis.send(Request.cmd(Command.SET)
                        .arg(key)
                        .arg(Buffer.buffer(value))
                        .arg("PX")
                        .arg(lifetime.toMillis()))
                .replaceWithVoid();
    }

    private static List<Optional<byte[]>> values(int asked, Response reply) {
        if (reply.size() != asked) {
            throw new IllegalStateException("Redis answered another question");
        }
        return StreamSupport.stream(reply.spliterator(), false)
                .map(RedisRetrievalCache::value)
                .toList();
    }

    private static Optional<byte[]> value(@Nullable Response value) {
        return Optional.ofNullable(value).map(present -> present.toBytes());
    }
}
