package io.frontdesk.generation.log;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.ConversationConfig;
import io.frontdesk.generation.conversation.ConversationRef;
import io.frontdesk.generation.conversation.TurnJson;
import io.frontdesk.generation.log.Continuation.Interrupted;
import io.frontdesk.kit.redis.Script;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Logs on the state Redis. Each script answers with the id that it was asked about before anything else, and a reply with
 * another is refused: it would be another request's.
 */
@ApplicationScoped
class RedisLogStore implements LogStore {
    static final String LEASED = "generation:leased";
    private static final String FINISHED = "generation:finished";

    private static final Script HELD = Script.beside(RedisLogStore.class, "held");
    private static final Script APPEND =
            Script.beside(RedisLogStore.class, "append").after(HELD);
    private static final Script FINISH =
            Script.beside(RedisLogStore.class, "finish").after(HELD).after(TurnJson.TURNS);
    private static final Script FIND = Script.beside(RedisLogStore.class, "find");
    private static final Script READ = Script.beside(RedisLogStore.class, "read");
    private static final Script TAKE = Script.beside(RedisLogStore.class, "take");
    private static final Script WANT = Script.beside(RedisLogStore.class, "want");
    private static final Script OVERDUE = Script.beside(RedisLogStore.class, "overdue");

    private final Redis redis;
    private final LogConfig config;
    private final ConversationConfig conversations;
    private final EventJson json;
    private final TurnJson turns;
    private final BeginScript begin;
    private final TimelyCalls calls;

    /** The name by which this replica says that it has readers. */
    private final String replica = Ids.next().toString();

    RedisLogStore(
            @RedisClientName("state") Redis redis,
            LogConfig config,
            ConversationConfig conversations,
            EventJson json,
            TurnJson turns) {
        this.redis = redis;
        this.config = config;
        this.conversations = conversations;
        this.json = json;
        this.turns = turns;
        this.begin = new BeginScript(config, conversations, json, turns, replica);
        this.calls = new TimelyCalls("answer log", config.timeout());
    }

    @Override
    public Uni<Begun> begin(Beginning of) {
        return run(BeginScript.SCRIPT, of.ask().id(), BeginScript.keys(of), begin.arguments(of))
                .map(reply -> begin.begun(of, reply));
    }

    @Override
    public Uni<Appended> append(Lease lease, List<LogEvent> events, Optional<String> findings) {
        AnswerRef answer = lease.answer();
        List<String> arguments = new ArrayList<>(List.of(
                answer.id().toString(),
                lease.token().toString(),
                answer.member(),
                millis(config.lease()),
                millis(config.life()),
                findings.orElse("")));
        add(arguments, events);
        List<String> keys = List.of(answer.state(), answer.log(), LEASED);
        return run(APPEND, answer.id(), keys, arguments).map(RedisLogStore::appended);
    }

    @Override
    public Uni<Appended> finish(Lease lease, List<LogEvent> events, Records records, boolean unlessWanted) {
        AnswerRef answer = lease.answer();
        List<String> arguments = new ArrayList<>(List.of(
                answer.id().toString(),
                lease.token().toString(),
                answer.member(),
                millis(config.life()),
                unlessWanted ? "1" : "0",
                answer.tenantId().toString(),
                records.conversation().id().toString(),
                records.conversation().customer(),
                records.own(),
                records.followers(),
                Integer.toString(config.maxRecords()),
                records.turn().orElse(""),
                ConversationRef.prefix(answer.tenantId()),
                millis(conversations.recent()),
                Integer.toString(conversations.recentTurns())));
        add(arguments, events);
        List<String> keys =
                List.of(answer.state(), answer.log(), LEASED, answer.readers(), answer.followers(), FINISHED);
        return run(FINISH, answer.id(), keys, arguments).map(RedisLogStore::appended);
    }

    @Override
    public Uni<Optional<Found>> find(AnswerRef answer) {
        List<String> arguments = List.of(answer.id().toString(), answer.prefix());
        return run(FIND, answer.id(), List.of(answer.state()), arguments).map(reply -> switch (word(reply)) {
            case "unknown" -> Optional.empty();
            case "known" ->
                Optional.of(new Found(
                        reply.get(2).toString(),
                        id(reply.get(3)),
                        new AnswerRef(answer.tenantId(), id(reply.get(4))),
                        reply.get(5).toLong(),
                        !reply.get(6).toString().isEmpty()));
            default -> throw unknown(reply);
        });
    }

    @Override
    public Uni<List<LogEvent>> read(AnswerRef answer, long after, int most) {
        List<String> arguments = List.of(answer.id().toString(), Long.toString(after), Integer.toString(most));
        return run(READ, answer.id(), List.of(answer.log()), arguments).map(reply -> json.events(reply.get(1)));
    }

    @Override
    public Uni<Taken> take(AnswerRef answer, UUID token) {
        List<String> arguments = List.of(
                answer.id().toString(),
                token.toString(),
                answer.member(),
                millis(config.lease()),
                millis(config.life()));
        List<String> keys = List.of(answer.state(), answer.log(), LEASED);
        return run(TAKE, answer.id(), keys, arguments).map(reply -> switch (word(reply)) {
            case "gone" -> new Taken.Gone();
            case "ended" -> new Taken.Ended();
            case "held" -> new Taken.Held(Duration.ofMillis(reply.get(2).toLong()));
            case "taken" -> taken(answer, token, reply);
            default -> throw unknown(reply);
        });
    }

    private Taken taken(AnswerRef answer, UUID token, Response reply) {
        Ask ask = json.read(reply.get(2).toString(), Ask.class);
        var conversation =
                new Conversation(ask.conversationId(), turns.read(reply.get(3).toString()));
        String findings = reply.get(4).toString();
        boolean followable = !reply.get(5).toString().isEmpty();
        List<LogEvent> told = json.events(reply.get(6));
        return new Taken.Yes(
                new Lease(answer, token, followable),
                new Interrupted(
                        ask,
                        conversation,
                        told.stream().map(LogEvent::event).toList(),
                        findings.isEmpty() ? Optional.empty() : Optional.of(findings)),
                told);
    }

    @Override
    public Uni<Void> want(AnswerRef answer, Duration time) {
        List<String> arguments = List.of(answer.id().toString(), replica, millis(time), millis(config.life()));
        return run(WANT, answer.id(), List.of(answer.readers()), arguments).replaceWithVoid();
    }

    @Override
    public Uni<List<AnswerRef>> overdue(Duration since, int most) {
        return call(OVERDUE, List.of(LEASED), List.of(millis(since), Integer.toString(most)))
                .map(RedisLogStore::members);
    }

    private static List<AnswerRef> members(Response reply) {
        List<AnswerRef> members = new ArrayList<>();
        reply.forEach(member -> members.add(AnswerRef.of(member.toString())));
        return members;
    }

    private Uni<Response> run(Script script, UUID id, List<String> keys, List<String> arguments) {
        return call(script, keys, arguments).invoke(reply -> requireOf(id, reply));
    }

    private Uni<Response> call(Script script, List<String> keys, List<String> arguments) {
        return calls.call(new TypeLiteral<Uni<Response>>() {}, () -> script.run(redis, keys, arguments));
    }

    private static void requireOf(UUID id, Response reply) {
        if (!id.toString().equals(reply.get(0).toString())) {
            throw new IllegalStateException("the state Redis answered for another answer than " + id);
        }
    }

    private void add(List<String> arguments, List<LogEvent> events) {
        arguments.add(events.isEmpty() ? "0" : Long.toString(events.getFirst().id()));
        events.forEach(of -> {
            arguments.add(of.event().name());
            arguments.add(json.write(of.event()));
        });
    }

    private static Appended appended(Response reply) {
        return switch (word(reply)) {
            case "kept" -> Appended.KEPT;
            case "lost" -> Appended.LOST;
            case "wanted" -> Appended.WANTED;
            default -> throw unknown(reply);
        };
    }

    private static String word(Response reply) {
        return reply.get(1).toString();
    }

    private static UUID id(Response text) {
        return UUID.fromString(text.toString());
    }

    static IllegalStateException unknown(Response reply) {
        return new IllegalStateException("the state Redis says " + word(reply));
    }

    static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
