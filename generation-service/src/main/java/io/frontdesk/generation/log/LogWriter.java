package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.generation.log.LogStore.Appended;
import io.frontdesk.generation.log.LogStore.Lease;
import io.frontdesk.generation.log.LogStore.Records;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one answer: gathers what happens, appends it, and then has it told. Holds the lease as long as it lives. Its states:
 * {@link WriterState}. Lives on the loop, wherever the events come from.
 */
final class LogWriter implements MultiSubscriber<AnswerEvent> {
    private static final Logger LOG = Logger.getLogger(LogWriter.class);

    private final Lease lease;
    private final Ask ask;
    private final SoFar soFar;
    private final Telling telling;
    private final Story story;
    private final LogStore store;
    private final LogConfig config;
    private final LogMetrics metrics;
    private final Loop loop;
    private final Gathered gathered = new Gathered();

    /** In their places, and not known to be kept. */
    private final List<LogEvent> open = new ArrayList<>();

    private WriterState state = new WriterState.Keeping();
    private Flow.Subscription work = Subscriptions.CANCELLED;
    private Optional<String> findings = Optional.empty();
    private AnswerEvent.@Nullable Terminal end;
    private boolean appending;
    private boolean flushing;
    private long appended = System.nanoTime();
    private long giveUp;

    LogWriter(
            Lease lease,
            Ask ask,
            SoFar soFar,
            Telling telling,
            Story story,
            LogStore store,
            LogConfig config,
            LogMetrics metrics) {
        this.lease = lease;
        this.ask = ask;
        this.soFar = soFar;
        this.telling = telling;
        this.story = story;
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.loop = telling.loop();
    }

    /** Begins the work, in a context that says whose it is. */
    void start(Context context) {
        telling.writtenHere(this);
        metrics.begun();
        context.runOnContext(ignored -> story.events(this::found).subscribe().withSubscriber(this));
        loop.after(beat(), this::renew);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        loop.execute(() -> {
            work = subscription;
            if (state.isOver()) {
                subscription.cancel();
            }
        });
        // What a slow reader does not take yet stands in the log, not in the way.
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onItem(AnswerEvent event) {
        loop.execute(() -> take(event));
    }

    @Override
    public void onFailure(Throwable e) {
        LOG.errorf(e, "Answer %s broke off", ask.id());
        onCompletion();
    }

    /** A story that has told its end has no other. */
    @Override
    public void onCompletion() {
        loop.execute(() -> take(soFar.cut(Reason.INTERRUPTED)));
    }

    private void found(String news) {
        loop.execute(() -> findings = Optional.of(news));
    }

    private void take(AnswerEvent event) {
        if (end != null || state.isOver()) {
            return;
        }
        soFar.add(event);
        gathered.add(event);
        if (event instanceof AnswerEvent.Terminal terminal) {
            end = terminal;
            giveUp = System.nanoTime() + config.lease().toNanos();
        }
        flushSoon();
        if (soFar.chars() > config.maxChars()) {
            work.cancel();
            take(soFar.cut(Reason.LENGTH));
        }
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
        (end == null ? store.append(lease, sent, news) : store.finish(lease, sent, records(end), false))
                .emitOn(loop)
                .subscribe()
                .with(how -> appended(how, sent, news), this::unkept);
    }

    private void begin() {
        appending = true;
        appended = System.nanoTime();
    }

    private Records records(AnswerEvent.Terminal how) {
        String own = story.record(how, ask.subject());
        var follower = new Retold(ask.id(), ask.conversationId());
        return new Records(
                ask.conversationId(),
                own,
                lease.followable() ? story.record(follower.end(how), "subject-of-" + ask.id()) : "");
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
        telling.tell(kept(sent));
        if (telling.isEnded()) {
            over(new WriterState.Ended());
        } else if (end != null || !gathered.isEmpty()) {
            flushSoon();
        }
    }

    private static List<LogEvent> kept(List<LogEvent> sent) {
        return sent.stream()
                .map(event -> new LogEvent(event.id(), event.event(), true))
                .toList();
    }

    /** Readers need not wait for Redis. It is asked again, and has everything once it answers. */
    private void unkept(Throwable e) {
        appending = false;
        if (state instanceof WriterState.Keeping) {
            LOG.warnf("Answer %s is told without being kept: %s", ask.id(), e);
            metrics.unkept("events");
            state = new WriterState.Unkept();
        }
        telling.tell(List.copyOf(open));
        if (end != null && System.nanoTime() > giveUp) {
            metrics.unkept("end");
            story.keep(end).subscribe().with(done -> {});
            over(new WriterState.Ended());
        } else {
            loop.after(config.gather().multipliedBy(4), this::flush);
        }
    }

    private void lose() {
        LOG.warnf("Answer %s is another replica's now", ask.id());
        metrics.lost();
        work.cancel();
        if (state instanceof WriterState.Unkept && !telling.isEnded()) {
            // They were told what the log does not have, and cannot go on with it.
            telling.tell(List.of(new LogEvent(nextId(), soFar.cut(Reason.INTERRUPTED), false)));
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

    /** Ends an answer that nobody reads here any more, unless it is read elsewhere. */
    void abandon() {
        if (state.isOver() || end != null || telling.isRead()) {
            return;
        }
        if (appending || !telling.wanted().isZero()) {
            loop.after(appending ? config.gather() : telling.wanted(), this::abandon);
            return;
        }
        begin();
        number();
        AnswerEvent.Terminal cut = soFar.cut(Reason.ABANDONED);
        List<LogEvent> sent = new ArrayList<>(open);
        sent.add(new LogEvent(nextId(), cut, true));
        store.finish(lease, sent, records(cut), true)
                .emitOn(loop)
                .subscribe()
                .with(how -> abandoned(how, sent), e -> abandoned(Appended.LOST, sent));
    }

    /** Where Redis does not say whether somebody reads elsewhere, whoever does takes it over. */
    private void abandoned(Appended how, List<LogEvent> sent) {
        appending = false;
        if (how == Appended.WANTED) {
            loop.after(config.patience(), this::abandon);
            flush();
            return;
        }
        metrics.abandoned();
        work.cancel();
        if (how == Appended.KEPT) {
            telling.tell(kept(sent));
        }
        over(how == Appended.KEPT ? new WriterState.Ended() : new WriterState.Lost());
    }
}
