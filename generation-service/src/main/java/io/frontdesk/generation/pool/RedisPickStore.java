package io.frontdesk.generation.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.frontdesk.kit.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The pool on the state Redis: one script for each decision, by Redis' clock. A reply says which request it belongs to, so that one
 * left over on a connection is found out.
 */
final class RedisPickStore implements PickStore {
    private static final long DAY = 86_400;
    private static final Logger LOG = Logger.getLogger(RedisPickStore.class);

    /** Replicas ask for figures each second or so; one that does not for so long is not counted any more. */
    private static final Duration REPLICA_LEASE = Duration.ofSeconds(15);

    /** By how much one that waits may be late with asking again. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final Script KEY = Script.beside(RedisPickStore.class, "key");
    private static final Script PICK =
            Script.beside(RedisPickStore.class, "pick").after(KEY);
    private static final Script END = Script.beside(RedisPickStore.class, "end").after(KEY);
    private static final Script STATES =
            Script.beside(RedisPickStore.class, "states").after(KEY);
    private static final Script RESET =
            Script.beside(RedisPickStore.class, "reset").after(KEY);

    private final Redis redis;
    private final ObjectMapper json;
    private final PoolConfig config;
    private final Consumer<QuotaWarning> warnings;
    private final String replica = Ids.next().toString();

    RedisPickStore(Redis redis, ObjectMapper json, PoolConfig config, Consumer<QuotaWarning> warnings) {
        this.redis = redis;
        this.json = json;
        this.config = config;
        this.warnings = warnings;
    }

    @Override
    public Uni<Pick> pick(PickRequest request) {
        List<String> keys = new ArrayList<>(List.of(
                key("leases"),
                key("waiting"),
                key("present"),
                key("replicas"),
                key("affinity:" + request.conversation())));
        request.candidates().forEach(candidate -> keys.add(state(candidate.key().alias())));
        var ask = new ScriptJson.Ask(
                request.id(),
                request.candidates().stream()
                        .map(candidate -> ScriptJson.Candidate.of(candidate.key(), candidate.rung()))
                        .toList(),
                request.tokens(),
                request.goesOn(),
                request.patience().toMillis(),
                config.mostWaiting(),
                config.poll().plus(LATENESS).toMillis(),
                config.lease().toMillis(),
                config.affinity().toMillis(),
                replica,
                REPLICA_LEASE.toMillis());
        return run(PICK, keys, ask, ScriptJson.Answer.class)
                .invoke(answer -> require(request.id(), answer.id()))
                .map(answer -> pick(request, answer));
    }

    private Pick pick(PickRequest request, ScriptJson.Answer answer) {
        if (answer.place() != null) {
            return new Pick.Waiting(answer.place());
        }
        if (answer.alias() == null) {
            return new Pick.Exhausted(ScriptJson.duration(answer.delay()));
        }
        if (answer.warnings() != null) {
            answer.warnings().forEach(warning -> warnings.accept(warning(answer.alias(), warning)));
        }
        LlmKey chosen = request.candidates().stream()
                .map(Candidate::key)
                .filter(key -> key.alias().equals(answer.alias()))
                .findFirst()
                .orElseThrow();
        return new Reserved(chosen, request.id(), answer.second(), request.tokens(), answer.ofConversation(), true);
    }

    private static QuotaWarning warning(String alias, ScriptJson.Warning told) {
        return new QuotaWarning(
                alias, told.limit(), told.percent(), told.used(), told.allowed(), ScriptJson.duration(told.spentIn()));
    }

    @Override
    public Uni<Void> end(End end) {
        Reserved reserved = end.reserved();
        var done = new ScriptJson.Done(
                reserved.id(),
                reserved.second(),
                reserved.tokens(),
                reserved.counted(),
                end.heardAgo().toMillis(),
                end.used(),
                end.verdict().label(),
                end.reason(),
                end.rest().toMillis(),
                config.breaker().failures(),
                config.breaker().open().toMillis(),
                config.breaker().longestOpen().toMillis());
        String alias = reserved.key().alias();
        return run(END, List.of(key("leases"), state(alias)), done, ScriptJson.Ended.class)
                .invoke(ended -> require(reserved.id(), ended.id()))
                .invoke(ended -> log(alias, end, ended))
                .replaceWithVoid();
    }

    private static void log(String alias, End end, ScriptJson.Ended ended) {
        if (end.verdict() == Verdict.REFUSED) {
            LOG.errorf("Key %s is out until an operator has looked: its provider refuses it (%s)", alias, end.reason());
        } else if (end.verdict() == Verdict.FAILURE && ended.opened()) {
            LOG.warnf("Key %s is left alone for a while: it fails (%s)", alias, end.reason());
        } else if (ended.closed()) {
            LOG.infof("Key %s answers again", alias);
        }
    }

    @Override
    public Uni<Void> leave(String id) {
        return redis.batch(List.of(
                        Request.cmd(Command.ZREM).arg(key("waiting")).arg(id),
                        Request.cmd(Command.ZREM).arg(key("present")).arg(id)))
                .replaceWithVoid();
    }

    @Override
    public Uni<KeyStates> states(List<LlmKey> keys) {
        String id = Ids.next().toString();
        List<String> names = new ArrayList<>(List.of(key("replicas")));
        keys.forEach(key -> names.add(state(key.alias())));
        var ask = new ScriptJson.StatesAsk(
                id,
                keys.stream().map(key -> ScriptJson.Candidate.of(key, 0)).toList(),
                replica,
                REPLICA_LEASE.toMillis());
        return run(STATES, names, ask, ScriptJson.States.class)
                .invoke(states -> require(id, states.id()))
                .map(states -> states(keys, states));
    }

    private static KeyStates states(List<LlmKey> keys, ScriptJson.States told) {
        List<KeyState> states = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ScriptJson.State state = told.keys().get(i);
            states.add(new KeyState(
                    keys.get(i),
                    state.requests(),
                    state.tokens(),
                    state.dayRequests(),
                    state.dayTokens(),
                    state.daySeconds(),
                    DAY - told.second() % DAY,
                    state.failures(),
                    KeyState.Breaker.of(state.breaker()),
                    state.out(),
                    ScriptJson.duration(state.delay())));
        }
        return new KeyStates(states, told.replicas(), told.second());
    }

    @Override
    public Uni<Void> reset(String alias) {
        return RESET.run(redis, List.of(state(alias)), List.of()).replaceWithVoid();
    }

    private <T> Uni<T> run(Script script, List<String> keys, Object argument, Class<T> type) {
        return script.run(redis, keys, List.of(write(argument))).map(reply -> read(reply.toString(), type));
    }

    private String key(String name) {
        return config.statePrefix() + name;
    }

    private String state(String alias) {
        return key("key:" + alias);
    }

    private static void require(String asked, String answered) {
        if (!asked.equals(answered)) {
            throw new IllegalStateException("the state Redis answered another request");
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a script answered what it should not", e);
        }
    }
}
