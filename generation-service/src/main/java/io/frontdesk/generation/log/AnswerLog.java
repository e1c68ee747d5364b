package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.generation.log.LogStore.Found;
import io.frontdesk.generation.log.LogStore.Lease;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers, told as they are logged: to whoever asked, to all who ask the same meanwhile, and to whoever comes back. */
@ApplicationScoped
public class AnswerLog {
    private static final Logger LOG = Logger.getLogger(AnswerLog.class);

    private final Vertx vertx;
    private final LogStore store;
    private final Tellings tellings;
    private final LogConfig config;
    private final LogMetrics metrics;

    AnswerLog(Vertx vertx, LogStore store, Tellings tellings, LogConfig config, LogMetrics metrics) {
        this.vertx = vertx;
        this.store = store;
        this.tellings = tellings;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * One who reads an answer.
     *
     * @param mayComeBack whether the answer goes on for a while when the reader goes away
     */
    public record Reader(Caller caller, boolean mayComeBack) {}

    /** Begins an answer, in one call of Redis. Never fails; what Redis does not take is {@link Begun.Unkept}. */
    public Uni<Begun> begin(Beginning beginning) {
        return store.begin(beginning)
                .onFailure()
                .invoke(e -> LOG.warnf(
                        "Answer %s does not begin in its log: %s",
                        beginning.ask().id(), e))
                .onFailure()
                .recoverWithItem(new Begun.Unkept());
    }

    /** An answer that has begun, told to the one who asked. Where it follows another, that is told as this one. */
    public Multi<LogEvent> tell(Beginning of, Begun.Tellable begun, Story story, Reader reader) {
        return Multi.createFrom().deferred(() -> {
            Context context = vertx.getOrCreateContext();
            return Uni.createFrom().item(begun).emitOn(tellings.loop()).onItem().transformToMulti(how -> switch (how) {
                case Begun.Leads leads -> lead(of, leads.lease(), story, reader, context);
                case Begun.Follows(AnswerRef leader, long last) -> follow(of.ask(), leader, last, reader);
                case Begun.Already already -> read(of.ask().id(), 0, reader);
                case Begun.Unkept unkept -> unkept(of.first(), story);
            });
        });
    }

    private Multi<LogEvent> lead(Beginning of, Lease lease, Story story, Reader reader, Context context) {
        Ask ask = of.ask();
        var gathered = new Gathered();
        of.first().forEach(gathered::add);
        Telling telling = tellings.of(ask.ref(), 0);
        telling.tell(LogEvent.kept(gathered.take(1)));
        var soFar = new SoFar(ask.id(), ask.conversationId());
        new LogWriter(lease, ask, soFar, telling, story, store, config, metrics).start(context);
        return tellings.read(ask.ref(), 0, reader, 0);
    }

    private Multi<LogEvent> follow(Ask ask, AnswerRef leader, long last, Reader reader) {
        metrics.followed();
        var retold = new Retold(ask.id(), ask.conversationId());
        return tellings.read(leader, last, reader, 0).map(retold::event);
    }

    /** Without the log an answer is for its one reader, and as fast as that. */
    private Multi<LogEvent> unkept(List<AnswerEvent> first, Story story) {
        metrics.unkept("answer");
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().iterable(first), story.events(findings -> {}))
                .onItem()
                .call(event -> event instanceof AnswerEvent.Terminal end
                        ? story.keep(end)
                        : Uni.createFrom().voidItem())
                .map(event -> new LogEvent(0, event, false));
    }

    /**
     * An answer that can be read.
     *
     * @param last the last event that has happened
     */
    public record Known(UUID id, UUID conversationId, long last, boolean ended) {}

    /**
     * An answer of the caller.
     *
     * @return fails with {@link AnswerError.Unknown} where there is none, or it is another's, or too long ago
     */
    public Uni<Known> find(Caller caller, UUID id) {
        return found(caller, id).map(found -> new Known(id, found.conversationId(), found.last(), found.ended()));
    }

    /** The events of an answer of the reader after the one that was seen last. Fails as {@link #find}. */
    public Multi<LogEvent> read(UUID id, long lastSeen, Reader reader) {
        return found(reader.caller(), id).onItem().transformToMulti(found -> {
            long position = Math.min(lastSeen, found.last());
            Multi<LogEvent> events = tellings.read(found.log(), found.last(), reader, position);
            return found.log().id().equals(id) ? events : events.map(new Retold(id, found.conversationId())::event);
        });
    }

    private Uni<Found> found(Caller caller, UUID id) {
        return store.find(new AnswerRef(caller.tenantId(), id))
                .onFailure()
                .transform(AnswerError.LogUnavailable::new)
                .map(found -> found.filter(answer -> answer.subject().equals(caller.subject()))
                        .orElseThrow(AnswerError.Unknown::new));
    }
}
