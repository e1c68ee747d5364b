package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.embedding.Piece.Kind;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads for work that keeps a core busy, in two lanes with threads of their own. Those of bulk work have the least
 * priority, which the operating system knows where the virtual machine is told to say so ({@code
 * -XX:ThreadPriorityPolicy=1}), and begin nothing while urgent work waits. One of them works beside urgent work, and rests
 * after each piece, for longer the busier the others are: what else urgent work needs, before and after it was here, wants
 * its part of the cores too. The others work only while there is no urgent work of late. What nobody waits for any more is
 * not begun.
 */
final class TwoLanes implements AutoCloseable {
    /** Where urgent work takes a fifth of a core, bulk work takes a third of one. */
    private static final int RESTS_PER_BUSY_CORE = 10;

    /** Below this share of a core, there is no urgent work to speak of. */
    private static final double QUIET = 0.01;

    private final int capacity;
    private final BusyShare urgency = new BusyShare(System.nanoTime());
    private final ReentrantLock lock = new ReentrantLock();
    private final Lane urgent = new Lane();
    private final Lane bulk = new Lane();
    private final Condition closing = lock.newCondition();
    private int bulkAtWork;
    private boolean closed;

    private final class Lane {
        private final Queue<Piece<?, ?>> waiting = new ArrayDeque<>();
        private final Condition changed = lock.newCondition();
    }

    /**
     * Starts the threads.
     *
     * @param threads how many for each lane
     * @param capacity how many pieces of work may wait in each lane
     */
    TwoLanes(String name, int threads, int capacity) {
        this.capacity = capacity;
        start(name, threads, Thread.NORM_PRIORITY, urgent);
        start(name + "-bulk", threads, Thread.MIN_PRIORITY, bulk);
    }

    private void start(String name, int threads, int priority, Lane lane) {
        for (int i = 0; i < threads; i++) {
            Thread.ofPlatform().name(name + "-" + i).daemon().priority(priority).start(() -> work(lane));
        }
    }

    <I, O> Uni<O> urgent(Kind<I, O> kind, I item) {
        return in(urgent, kind, item);
    }

    <I, O> Uni<O> bulk(Kind<I, O> kind, I item) {
        return in(bulk, kind, item);
    }

    /** How many pieces of work wait, in both lanes. */
    int waiting() {
        lock.lock();
        try {
            return urgent.waiting.size() + bulk.waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private <I, O> Uni<O> in(Lane lane, Kind<I, O> kind, I item) {
        return Uni.createFrom().emitter(emitter -> {
            if (!offer(lane, new Piece<>(kind, item, emitter))) {
                emitter.fail(new RetrievalError.Busy());
            }
        });
    }

    private boolean offer(Lane lane, Piece<?, ?> piece) {
        lock.lock();
        try {
            if (closed || lane.waiting.size() >= capacity) {
                return false;
            }
            lane.waiting.add(piece);
            lane.changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void work(Lane lane) {
        for (Runnable next = next(lane); next != null; next = next(lane)) {
            long begun = System.nanoTime();
            next.run();
            done(lane, System.nanoTime() - begun);
        }
    }

    private void done(Lane lane, long nanos) {
        lock.lock();
        try {
            if (lane == urgent) {
                urgency.add(nanos, System.nanoTime());
            } else {
                rest((long) (nanos * RESTS_PER_BUSY_CORE * urgency.at(System.nanoTime())));
                bulkAtWork--;
            }
        } finally {
            lock.unlock();
        }
    }

    private void rest(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !closed; left = until - System.nanoTime()) {
            try {
                closing.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private @Nullable Runnable next(Lane lane) {
        lock.lock();
        try {
            while (!closed) {
                if (!lane.waiting.isEmpty() && (lane == urgent || mayBeginBulk())) {
                    return take(lane);
                }
                lane.changed.awaitUninterruptibly();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBeginBulk() {
        return urgent.waiting.isEmpty() && (bulkAtWork == 0 || urgency.at(System.nanoTime()) < QUIET);
    }

    private Runnable take(Lane lane) {
        if (lane == bulk) {
            bulkAtWork++;
        }
        Runnable run = lane.waiting.remove().runWith(lane.waiting);
        if (urgent.waiting.isEmpty() && !bulk.waiting.isEmpty()) {
            bulk.changed.signal();
        }
        return run;
    }

    /** Lets what runs end, and begins nothing more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
            urgent.changed.signalAll();
            bulk.changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
