package io.frontdesk.generation.log;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.log.LogStore.Lease;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers on the state Redis, of a replica that died while it wrote them. */
@ApplicationScoped
public class LeftBehind {
    private final RedisLogStore store;
    private final Redis redis;
    private final EventJson json;

    LeftBehind(RedisLogStore store, @RedisClientName("state") Redis redis, EventJson json) {
        this.store = store;
        this.redis = redis;
        this.json = json;
    }

    /**
     * An answer to the caller of tests' tokens that has said so much.
     *
     * @return its id
     */
    public UUID leave(UUID tenant, String question, SearchReply found, String said) {
        var ask = new Ask(
                tenant,
                Ids.next(),
                Ids.next(),
                "test-caller",
                "standard",
                List.of(),
                AnswerRequest.asking(question),
                Instant.now());
        var lease = new Lease(ask.ref(), Ids.next(), false);
        List<AnswerEvent> first = List.of(new AnswerEvent.Started(ask.id(), ask.conversationId()));
        done(store.begin(new Beginning(ask, lease.token(), Optional.empty(), 0, Optional.empty(), first)));
        List<LogEvent> told = List.of(
                new LogEvent(2, new AnswerEvent.Searching(), true), new LogEvent(3, new AnswerEvent.Delta(said), true));
        done(store.append(lease, told, Optional.of(json.write(found))));
        done(redis.send(
                Request.cmd(Command.HSET).arg(ask.ref().state()).arg("until").arg(0)));
        return ask.id();
    }

    private static void done(Uni<?> step) {
        step.await().atMost(Duration.ofSeconds(20));
    }
}
