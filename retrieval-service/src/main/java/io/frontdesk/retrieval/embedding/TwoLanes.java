package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads for work that keeps a core busy, in two lanes: what is urgent goes first, and one thread is always left for it
 * where there are several, since work that has begun cannot be interrupted. What nobody waits for any more is not begun.
 */
final class TwoLanes implements AutoCloseable {
    private final int bulkThreads;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> urgent = new ArrayDeque<>();
    private final Queue<Runnable> bulk = new ArrayDeque<>();
    private int bulkRunning;
    private boolean closed;

    /**
     * Starts the threads.
     *
     * @param capacity how many pieces of work may wait in each lane
     */
    TwoLanes(String name, int threads, int capacity) {
        this.bulkThreads = Math.max(1, threads - 1);
        this.capacity = capacity;
        for (int i = 0; i < threads; i++) {
            Thread.ofPlatform().name(name + "-" + i).daemon().start(this::work);
        }
    }

    <T> Uni<T> urgent(Supplier<T> work) {
        return in(urgent, work);
    }

    <T> Uni<T> bulk(Supplier<T> work) {
        return in(bulk, work);
    }

    /** How many pieces of work wait, in both lanes. */
    int waiting() {
        lock.lock();
        try {
            return urgent.size() + bulk.size();
        } finally {
            lock.unlock();
        }
    }

    private <T> Uni<T> in(Queue<Runnable> lane, Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var abandoned = new AtomicBoolean();
            emitter.onTermination(() -> abandoned.set(true));
            if (!offer(lane, () -> run(work, emitter, abandoned))) {
                emitter.fail(new RetrievalError.Busy());
            }
        });
    }

    private static <T> void run(Supplier<T> work, UniEmitter<? super T> emitter, AtomicBoolean abandoned) {
        if (abandoned.get()) {
            return;
        }
        try {
            emitter.complete(work.get());
        } catch (RuntimeException | Error e) {
            emitter.fail(e);
        }
    }

    private boolean offer(Queue<Runnable> lane, Runnable work) {
        lock.lock();
        try {
            if (closed || lane.size() >= capacity) {
                return false;
            }
            lane.add(work);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (!closed) {
                Runnable first = urgent.poll();
                if (first != null) {
                    return first;
                }
                if (bulkRunning < bulkThreads && !bulk.isEmpty()) {
                    bulkRunning++;
                    return countedDown(bulk.remove());
                }
                changed.awaitUninterruptibly();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Runnable countedDown(Runnable work) {
        return () -> {
            try {
                work.run();
            } finally {
                lock.lock();
                try {
                    bulkRunning--;
                    changed.signal();
                } finally {
                    lock.unlock();
                }
            }
        };
    }

    /** Lets what runs end, and begins nothing more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
