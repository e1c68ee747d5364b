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
 * -XX:ThreadPriorityPolicy=1}), are one less than those of urgent work, and begin nothing while urgent work waits. What
 * nobody waits for any more is not begun.
 */
final class TwoLanes implements AutoCloseable {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Lane urgent = new Lane();
    private final Lane bulk = new Lane();
    private boolean closed;

    private final class Lane {
        private final Queue<Piece<?, ?>> waiting = new ArrayDeque<>();
        private final Condition changed = lock.newCondition();
    }

    /**
     * Starts the threads.
     *
     * @param threads how many for urgent work
     * @param capacity how many pieces of work may wait in each lane
     */
    TwoLanes(String name, int threads, int capacity) {
        this.capacity = capacity;
        start(name, threads, Thread.NORM_PRIORITY, urgent);
        start(name + "-bulk", Math.max(1, threads - 1), Thread.MIN_PRIORITY, bulk);
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
            next.run();
        }
    }

    private @Nullable Runnable next(Lane lane) {
        lock.lock();
        try {
            while (!closed) {
                if (!lane.waiting.isEmpty() && (lane == urgent || urgent.waiting.isEmpty())) {
                    return take(lane);
                }
                lane.changed.awaitUninterruptibly();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Runnable take(Lane lane) {
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
            urgent.changed.signalAll();
            bulk.changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
