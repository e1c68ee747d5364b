package io.frontdesk.generation.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.conversation.ConversationConfig;
import io.frontdesk.generation.conversation.TurnJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log as one replica has it, with continuations that a test scripts. */
final class Replica implements AutoCloseable {
    final FragileStore store;
    final AnswerLog log;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final List<Continuation.Interrupted> takenOver = new ArrayList<>();
    final ScriptedStory continuation = new ScriptedStory();
    private final Tellings tellings;
    private final TakeOver takeOver;

    Replica(Vertx vertx, Redis redis, ObjectMapper mapper, LogConfig config, ConversationConfig conversations) {
        var json = new EventJson(mapper);
        var turns = new TurnJson(mapper, conversations);
        var metrics = new LogMetrics(registry);
        store = new FragileStore(new RedisLogStore(redis, config, conversations, json, turns));
        tellings = new Tellings(vertx, store, config);
        log = new AnswerLog(vertx, store, tellings, config, metrics);
        takeOver = new TakeOver(vertx, tellings, this::goOn, store, config, metrics);
        new SharedRead(redis, redis, json, tellings).start(new StartupEvent());
        takeOver.start(new StartupEvent());
    }

    private synchronized Story goOn(Continuation.Interrupted answer, Optional<?> reader) {
        takenOver.add(answer);
        return continuation;
    }

    /** From now on it appends nothing, renews nothing and takes nothing over. */
    void die() {
        store.goAway();
        takeOver.stop(new ShutdownEvent());
    }

    AssertSubscriber<LogEvent> tell(Ask ask, Optional<String> sameAs, Story story, AnswerLog.Reader reader) {
        return told(beginning(ask, sameAs, 0), story, reader, Long.MAX_VALUE);
    }

    AssertSubscriber<LogEvent> told(Beginning beginning, Story story, AnswerLog.Reader reader, long demand) {
        return log.begin(beginning)
                .onItem()
                .transformToMulti(begun -> log.tell(beginning, (Begun.Tellable) begun, story, reader))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(demand));
    }

    static Beginning beginning(Ask ask, Optional<String> sameAs, long settingsVersion) {
        return new Beginning(
                ask,
                Ids.next(),
                sameAs,
                settingsVersion,
                Optional.empty(),
                List.of(new AnswerEvent.Started(ask.id(), ask.conversationId()), new AnswerEvent.Searching()));
    }

    AssertSubscriber<LogEvent> read(Ask ask, long lastSeen, AnswerLog.Reader reader) {
        return log.read(ask.id(), lastSeen, reader).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    @Override
    public void close() {
        takeOver.stop(new ShutdownEvent());
        tellings.stop(new ShutdownEvent());
    }
}
