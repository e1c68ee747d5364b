package io.frontdesk.generation.log;

import io.frontdesk.kit.caller.Caller;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One who reads an answer, at its own pace: it is told what it asks for, from what is at hand, else from Redis, and holds no
 * more than one batch. Everything happens on the loop.
 */
final class LogReader implements Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(LogReader.class);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Telling telling;
    private final Flow.Subscriber<? super LogEvent> subscriber;
    private final AnswerLog.Reader who;
    private final Deque<LogEvent> batch = new ArrayDeque<>();
    private long position;
    private long demand;
    private boolean fetching;
    private boolean done;
    private long unread;

    LogReader(Telling telling, Flow.Subscriber<? super LogEvent> subscriber, AnswerLog.Reader who, long after) {
        this.telling = telling;
        this.subscriber = subscriber;
        this.who = who;
        this.position = after;
    }

    Caller caller() {
        return who.caller();
    }

    boolean mayComeBack() {
        return who.mayComeBack();
    }

    @Override
    public void request(long more) {
        telling.loop().execute(() -> {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            drain();
        });
    }

    @Override
    public void cancel() {
        telling.loop().execute(() -> {
            done = true;
            telling.leave(this);
        });
    }

    /** Tells what can be told now. */
    void drain() {
        while (!done && demand > 0) {
            LogEvent next = next();
            if (next == null) {
                if (position < telling.last()) {
                    fetch();
                }
                return;
            }
            tell(next);
        }
    }

    /** The answer cannot be read to its end. */
    void fail(Throwable e) {
        if (!done) {
            done = true;
            telling.leave(this);
            subscriber.onError(e);
        }
    }

    private void tell(LogEvent event) {
        position = event.id();
        demand--;
        subscriber.onNext(event);
        if (event.isLast() && !done) {
            done = true;
            telling.leave(this);
            subscriber.onComplete();
        }
    }

    private @Nullable LogEvent next() {
        LogEvent fetched = batch.poll();
        return fetched == null ? telling.after(position) : fetched;
    }

    private void fetch() {
        if (!fetching) {
            fetching = true;
            telling.fetch(position).subscribe().with(this::fetched, this::unread);
        }
    }

    private void fetched(List<LogEvent> events) {
        fetching = false;
        if (events.isEmpty()) {
            unread(new IllegalStateException("event %d is not there any more".formatted(position + 1)));
        } else {
            unread = 0;
            batch.addAll(events);
            drain();
        }
    }

    private void unread(Throwable e) {
        fetching = false;
        if (++unread * RETRY.toMillis() > PATIENCE.toMillis()) {
            LOG.warnf("Answer %s cannot be read: %s", telling.answer().id(), e);
            fail(e);
        } else {
            telling.loop().after(RETRY, this::drain);
        }
    }
}
