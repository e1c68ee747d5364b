package io.frontdesk.generation.conversation;

import io.frontdesk.kit.redis.Script;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The last turns on the state Redis; with the log of an answer they are read, and added to at its end. */
@ApplicationScoped
class RedisHistoryStore implements HistoryStore {
    private static final Script ADD =
            Script.beside(RedisHistoryStore.class, "add").after(TurnJson.TURNS);
    private static final Script ERASE = Script.beside(RedisHistoryStore.class, "erase");
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};
    private static final String FROM_THE_START = "0";
    private static final int KEYS_AT_ONCE = 1_000;

    private final Redis redis;
    private final TurnJson json;
    private final ConversationConfig config;
    private final TimelyCalls calls;

    RedisHistoryStore(@RedisClientName("state") Redis redis, TurnJson json, ConversationConfig config) {
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.calls = new TimelyCalls("conversations", config.timeout());
    }

    @Override
    public Uni<Void> add(ConversationRef to, List<Turn> turns) {
        List<String> arguments = new ArrayList<>(List.of(
                to.customer(), Long.toString(config.recent().toMillis()), Integer.toString(config.recentTurns())));
        for (Turn turn : turns) {
            arguments.add(turn.id().toString());
            arguments.add(json.write(turn));
        }
        return calls.call(
                NOTHING, () -> ADD.run(redis, List.of(to.key()), arguments).replaceWithVoid());
    }

    @Override
    public Uni<Void> remove(UUID tenant, UUID id) {
        return redis.send(Request.cmd(Command.DEL).arg(ConversationRef.prefix(tenant) + id))
                .replaceWithVoid();
    }

    /** Looks through the keys, so that no question has to be noted under its customer. */
    @Override
    public Uni<Integer> removeAll(UUID tenant, String customer) {
        String pattern = ConversationRef.prefix(tenant) + "*";
        var position = new AtomicReference<>(FROM_THE_START);
        return Multi.createBy()
                .repeating()
                .uni(() -> redis.send(Request.cmd(Command.SCAN)
                                .arg(position.get())
                                .arg("MATCH")
                                .arg(pattern)
                                .arg("COUNT")
                                .arg(KEYS_AT_ONCE))
                        .invoke(page -> position.set(page.get(0).toString()))
                        .chain(page -> erase(page.get(1), customer)))
                .whilst(erased -> !FROM_THE_START.equals(position.get()))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> erase(Response keys, String customer) {
        List<String> found = StreamSupport.stream(keys.spliterator(), false)
                .map(Response::toString)
                .toList();
        return found.isEmpty()
                ? Uni.createFrom().item(0)
                : ERASE.run(redis, found, List.of(customer)).map(Response::toInteger);
    }
}
