package io.frontdesk.generation.records;

import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.kit.redis.Script;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A stream on the state Redis with one group of consumers, of which all replicas are one. */
@ApplicationScoped
class RedisFinishedStore implements FinishedStore {
    static final String STREAM = GivenAgain.STREAM;

    private static final String GROUP = "postgres";

    /** An answer is asked for soon after it has ended; what is still in the stream then stands near its end. */
    private static final int LATEST = 1_000;

    private static final Script TAKE = Script.beside(RedisFinishedStore.class, "take");
    private static final Script DONE = Script.beside(RedisFinishedStore.class, "done");
    private static final Script FIND = Script.beside(RedisFinishedStore.class, "find");

    private final Redis redis;

    RedisFinishedStore(@RedisClientName("state") Redis redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Void> append(UUID tenant, UUID id, String json, int atMost) {
        return redis.send(Request.cmd(Command.XADD)
                        .arg(STREAM)
                        .arg("MAXLEN")
                        .arg("~")
                        .arg(atMost)
                        .arg("*")
                        .arg("tenant")
                        .arg(tenant.toString())
                        .arg("id")
                        .arg(id.toString())
                        .arg("json")
                        .arg(json))
                .replaceWithVoid();
    }

    @Override
    public Uni<Batch> take(int atMost, Duration time) {
        return TAKE.run(
                        redis,
                        List.of(STREAM),
                        List.of(GROUP, Long.toString(time.toMillis()), Integer.toString(atMost)))
                .map(reply -> new Batch(
                        StreamSupport.stream(reply.get(0).spliterator(), false)
                                .map(RedisFinishedStore::taken)
                                .toList(),
                        reply.get(1).toLong()));
    }

    private static Taken taken(Response entry) {
        Response fields = entry.get(1);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if ("json".equals(fields.get(i).toString())) {
                return new Taken(entry.get(0).toString(), fields.get(i + 1).toString());
            }
        }
        return new Taken(entry.get(0).toString(), "");
    }

    @Override
    public Uni<Void> forget(List<String> entries) {
        List<String> arguments = new ArrayList<>(List.of(GROUP));
        arguments.addAll(entries);
        return DONE.run(redis, List.of(STREAM), arguments).replaceWithVoid();
    }

    @Override
    public Uni<Optional<String>> find(UUID tenant, UUID id) {
        return FIND.run(redis, List.of(STREAM), List.of(tenant.toString(), id.toString(), Integer.toString(LATEST)))
                .map(reply -> Optional.ofNullable(reply).map(Response::toString));
    }
}
