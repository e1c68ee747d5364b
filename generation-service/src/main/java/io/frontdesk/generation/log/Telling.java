package io.frontdesk.generation.log;

import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer as this replica tells it: its last events, whoever reads them here, and its writer where that is here too. Lives
 * on the loop.
 */
final class Telling {
    private final AnswerRef answer;
    private final Loop loop;
    private final LogStore store;
    private final LogConfig config;
    private final Consumer<Telling> changed;
    private final Deque<LogEvent> recent = new ArrayDeque<>();
    private final Set<LogReader> readers = new LinkedHashSet<>();
    private @Nullable LogWriter writer;
    private long last;
    private long kept;
    private boolean ended;
    private long wantedUntil = System.nanoTime();
    private long silentFrom;

    /**
     * An answer that nobody reads here yet.
     *
     * @param last the last event that its log is known to have
     * @param changed is told when its last reader or its writer has left
     */
    Telling(AnswerRef answer, long last, Loop loop, LogStore store, LogConfig config, Consumer<Telling> changed) {
        this.answer = answer;
        this.last = last;
        this.kept = last;
        this.loop = loop;
        this.store = store;
        this.config = config;
        this.changed = changed;
        // Its writer may be long gone: it is looked after soon.
        this.silentFrom = System.nanoTime() + config.lease().toNanos() / 10;
    }

    AnswerRef answer() {
        return answer;
    }

    Loop loop() {
        return loop;
    }

    /** One more who reads it, from after {@code position} on. */
    void join(Flow.Subscriber<? super LogEvent> subscriber, AnswerLog.Reader who, long position) {
        var reader = new LogReader(this, subscriber, who, position);
        readers.add(reader);
        subscriber.onSubscribe(reader);
    }

    /** A part of the log, from after {@code position} on. */
    Uni<List<LogEvent>> fetch(long position) {
        return store.read(answer, position, config.batch()).emitOn(loop);
    }

    /** Tells what has happened; what was told already is not told again. */
    void tell(List<LogEvent> events) {
        for (LogEvent event : events) {
            if (event.id() > last) {
                recent.addLast(event);
                last = event.id();
                ended = event.isLast();
            }
            if (event.kept()) {
                kept = event.id();
            }
        }
        // What is not kept is nowhere else.
        while (recent.size() > config.recent() && recent.getFirst().id() <= kept) {
            recent.removeFirst();
        }
        heardOf();
        List.copyOf(readers).forEach(LogReader::drain);
    }

    long last() {
        return last;
    }

    /** The event that follows, where it is at hand. */
    @Nullable
    LogEvent after(long position) {
        if (recent.isEmpty()
                || position >= last
                || position + 1 < recent.getFirst().id()) {
            return null;
        }
        return recent.stream()
                .filter(event -> event.id() == position + 1)
                .findFirst()
                .orElse(null);
    }

    void leave(LogReader reader) {
        if (readers.remove(reader)) {
            Duration time = reader.mayComeBack() ? config.grace() : config.patience();
            wantedUntil = Math.max(wantedUntil, System.nanoTime() + time.toNanos());
            if (readers.isEmpty()) {
                changed.accept(this);
            }
        }
    }

    /** For how much longer a reader may come back; zero where that time is over. */
    Duration wanted() {
        return Duration.ofNanos(Math.max(0, wantedUntil - System.nanoTime()));
    }

    boolean isRead() {
        return !readers.isEmpty();
    }

    /** Somebody who waits for it. */
    Optional<Caller> reader() {
        return readers.stream().map(LogReader::caller).findFirst();
    }

    /** It cannot be read to its end. */
    void fail(Throwable e) {
        List.copyOf(readers).forEach(reader -> reader.fail(e));
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether what happens has to be read from Redis. */
    boolean isWrittenElsewhere() {
        return writer == null && !ended;
    }

    /** Whether its writer has not been heard of for so long that it may be dead. */
    boolean isSilent() {
        return isWrittenElsewhere() && System.nanoTime() - silentFrom > 0;
    }

    private void heardOf() {
        silentIn(config.lease());
    }

    void silentIn(Duration time) {
        silentFrom = System.nanoTime() + time.toNanos();
    }

    @Nullable
    LogWriter writer() {
        return writer;
    }

    void writtenHere(LogWriter here) {
        writer = here;
    }

    /** It has come to its end, or another replica goes on. */
    void writerLeft() {
        writer = null;
        heardOf();
        changed.accept(this);
    }
}
