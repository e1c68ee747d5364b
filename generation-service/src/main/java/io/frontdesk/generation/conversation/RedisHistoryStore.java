package io.frontdesk.generation.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.redis.Script;
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

/** The last turns on the state Redis. A reply names its conversation, so that one that was left on a connection is found out. */
@ApplicationScoped
class RedisHistoryStore implements HistoryStore {
    private static final Script OPEN = Script.beside(RedisHistoryStore.class, "open");
    private static final Script ADD = Script.beside(RedisHistoryStore.class, "add");
    private static final Script ERASE = Script.beside(RedisHistoryStore.class, "erase");
    private static final TypeLiteral<Uni<Found>> FOUND = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};
    private static final String FROM_THE_START = "0";
    private static final int KEYS_AT_ONCE = 1_000;

    private final Redis redis;
    private final ObjectMapper json;
    private final ConversationConfig config;
    private final TimelyCalls calls;

    RedisHistoryStore(@RedisClientName("state") Redis redis, ObjectMapper json, ConversationConfig config) {
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.calls = new TimelyCalls("conversations", config.timeout());
    }

    @Override
    public Uni<Found> open(Ref of, boolean begin) {
        String key = key(of.tenant(), of.id());
        return calls.call(FOUND, () -> OPEN.run(
                        redis,
                        List.of(key),
                        List.of(
                                of.customer(),
                                begin ? "1" : "0",
                                Long.toString(config.recent().toMillis())))
                .map(reply -> found(key, reply)));
    }

    private Found found(String key, Response reply) {
        if (!key.equals(reply.get(0).toString())) {
            throw new IllegalStateException("the state Redis answered another question");
        }
        return switch (reply.get(1).toString()) {
            case "ours" -> new Found.Ours(turns(reply));
            case "anothers" -> new Found.Anothers();
            default -> new Found.Unknown();
        };
    }

    private List<Turn> turns(Response reply) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 2; i + 1 < reply.size(); i += 2) {
            try {
                turns.add(json.readValue(reply.get(i + 1).toString(), Turn.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not a turn", e);
            }
        }
        return turns;
    }

    @Override
    public Uni<Void> add(Ref to, List<Turn> turns) {
        List<String> arguments = new ArrayList<>(List.of(
                to.customer(), Long.toString(config.recent().toMillis()), Integer.toString(config.recentTurns())));
        for (Turn turn : turns) {
            arguments.add(turn.id().toString());
            arguments.add(write(turn.shortened(config.recentAnswerChars())));
        }
        return calls.call(NOTHING, () -> ADD.run(redis, List.of(key(to.tenant(), to.id())), arguments)
                .replaceWithVoid());
    }

    private String write(Turn turn) {
        try {
            return json.writeValueAsString(turn);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a turn is always JSON", e);
        }
    }

    @Override
    public Uni<Void> remove(UUID tenant, UUID id) {
        return redis.send(Request.cmd(Command.DEL).arg(key(tenant, id))).replaceWithVoid();
    }

    /** Looks through the keys, so that no question has to be noted under its customer. */
    @Override
    public Uni<Integer> removeAll(UUID tenant, String customer) {
        String pattern = prefix(tenant) + "*";
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

    private static String key(UUID tenant, UUID id) {
        return prefix(tenant) + id;
    }

    private static String prefix(UUID tenant) {
        return "generation:{" + tenant + "}:conversation:";
    }
}
