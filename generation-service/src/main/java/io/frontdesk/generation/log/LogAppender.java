package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.generation.log.LogStore.Appended;
import io.frontdesk.generation.log.LogStore.Lease;
import io.frontdesk.generation.log.LogStore.Records;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has the log keep one answer: gathers what happens, appends it, and then has it told. Holds the lease as long as it lives. Its
 * states: {@link WriterState}. Lives on the loop.
 */
final class LogAppender {
    private static final Logger LOG = Logger.getLogger(LogAppender.class);

    private final Lease lease;
    private final Author author;
    private final Telling telling;
    private final LogStore store;
    private final LogConfig config;
    private final LogMetrics metrics;
    private final Loop loop;
    private final Gathered gathered = new Gathered();

    /** In their places, and not known to be kept. */
    private final List<LogEvent> open = new ArrayList<>();

    private WriterState state = new WriterState.Keeping();
    private Optional<String> findings = Optional.empty();
    private AnswerEvent.@Nullable Terminal end;
    private boolean appending;
    private boolean flushing;
    private long appended = System.nanoTime();
    private long giveUp;

    /** Whoever writes what is appended here. */
    interface Author {
        /** The end of the answer if it breaks off here. */
        AnswerEvent.Terminal cut(Reason reason);

        /** What is recorded of an answer that ends so. */
        Records records(AnswerEvent.Terminal end);

        /** It has ended so, and the log did not take that in time. */
        void endUnkept(AnswerEvent.Terminal end);

        /** Nothing more is appended or told from here. */
        void lost();
    }

    LogAppender(Lease lease, Author author, Telling telling, LogStore store, LogConfig config, LogMetrics metrics) {
        this.lease = lease;
        this.author = author;
        this.telling = telling;
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.loop = telling.loop();
    }

    void start() {
        metrics.begun();
        loop.after(beat(), this::renew);
    }

    /** Whether its end has come, so that nothing follows. */
    boolean isEnding() {
        return end != null || state.isOver();
    }

    /** Whether it waits for the log. */
    boolean isAppending() {
        return appending;
    }

    void add(AnswerEvent event) {
        gathered.add(event);
        if (event instanceof AnswerEvent.Terminal terminal) {
            end = terminal;
            giveUp = System.nanoTime() + config.lease().toNanos();
        }
        flushSoon();
    }

    /** What another replica would need to go on from here; appended with the next events. */
    void found(String news) {
        findings = Optional.of(news);
    }

    /** Not sooner than some time after the last append; the end does not wait. */
    private void flushSoon() {
        long wait = appended + config.gather().toNanos() - System.nanoTime();
        if (end != null || wait <= 0) {
            loop.execute(this::flush);
        } else if (!flushing) {
            flushing = true;
            loop.after(Duration.ofNanos(wait), this::flush);
        }
    }

    private void flush() {
        flushing = false;
        if (!appending && !state.isOver()) {
            number();
            if (!open.isEmpty()) {
                append();
            }
        }
    }

    private void number() {
        open.addAll(gathered.take(nextId()));
    }

    private long nextId() {
        return Math.max(telling.last(), open.isEmpty() ? 0 : open.getLast().id()) + 1;
    }

    private void append() {
        begin();
        List<LogEvent> sent = List.copyOf(open);
        Optional<String> news = findings;
        (end == null ? store.append(lease, sent, news) : store.finish(lease, sent, author.records(end), false))
                .emitOn(loop)
                .subscribe()
                .with(how -> appended(how, sent, news), this::unkept);
    }

    private void begin() {
        appending = true;
        appended = System.nanoTime();
    }

    private void appended(Appended how, List<LogEvent> sent, Optional<String> news) {
        appending = false;
        if (how == Appended.LOST) {
            lose();
            return;
        }
        open.subList(0, sent.size()).clear();
        findings = news.equals(findings) ? Optional.empty() : findings;
        state = new WriterState.Keeping();
        telling.tell(LogEvent.kept(sent));
        if (telling.isEnded()) {
            over(new WriterState.Ended());
        } else if (end != null || !gathered.isEmpty()) {
            flushSoon();
        }
    }

    /** Readers need not wait for Redis. It is asked again, and has everything once it answers. */
    private void unkept(Throwable e) {
        appending = false;
        if (state instanceof WriterState.Keeping) {
            LOG.warnf("Answer %s is told without being kept: %s", lease.answer().id(), e);
            metrics.unkept("events");
            state = new WriterState.Unkept();
        }
        telling.tell(List.copyOf(open));
        if (end != null && System.nanoTime() > giveUp) {
            metrics.unkept("end");
            author.endUnkept(end);
            over(new WriterState.Ended());
        } else {
            loop.after(config.gather().multipliedBy(4), this::flush);
        }
    }

    private void lose() {
        LOG.warnf("Answer %s is another replica's now", lease.answer().id());
        metrics.lost();
        author.lost();
        if (state instanceof WriterState.Unkept && !telling.isEnded()) {
            // They were told what the log does not have, and cannot go on with it.
            telling.tell(List.of(new LogEvent(nextId(), author.cut(Reason.INTERRUPTED), false)));
        }
        over(new WriterState.Lost());
    }

    private void over(WriterState how) {
        state = how;
        metrics.over();
        telling.writerLeft();
    }

    /** A lease is renewed by appending, be it nothing. */
    private void renew() {
        if (state.isOver()) {
            return;
        }
        if (!appending && System.nanoTime() - appended >= beat().toNanos()) {
            number();
            append();
        }
        loop.after(beat(), this::renew);
    }

    private Duration beat() {
        return config.lease().dividedBy(3);
    }

    /**
     * Ends an answer that is not read here, unless it is read elsewhere. Where Redis does not say, whoever reads takes it over.
     *
     * @return whether it is over here
     */
    Uni<Boolean> endUnlessWanted(AnswerEvent.Terminal cut) {
        begin();
        number();
        List<LogEvent> sent = new ArrayList<>(open);
        sent.add(new LogEvent(nextId(), cut, true));
        return store.finish(lease, sent, author.records(cut), true)
                .emitOn(loop)
                .onFailure()
                .recoverWithItem(Appended.LOST)
                .map(how -> endedUnlessWanted(how, sent));
    }

    private boolean endedUnlessWanted(Appended how, List<LogEvent> sent) {
        appending = false;
        if (how == Appended.WANTED) {
            flush();
            return false;
        }
        metrics.abandoned();
        author.lost();
        if (how == Appended.KEPT) {
            telling.tell(LogEvent.kept(sent));
        }
        over(how == Appended.KEPT ? new WriterState.Ended() : new WriterState.Lost());
        return true;
    }
}
