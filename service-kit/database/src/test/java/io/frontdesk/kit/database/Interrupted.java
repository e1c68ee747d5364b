package io.frontdesk.kit.database;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Many calls at once, of which every other one is cancelled at some moment between its start and its end.
 *
 * @param finished how many went through
 * @param cancelled how many were cut off before that
 * @param failures what went wrong in any of those that were not
 */
record Interrupted(int finished, int cancelled, List<Throwable> failures) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Makes the calls.
     *
     * @param atOnce how many may be open: few, so that most that are cancelled have left already
     * @param longest after which a call that is to be cancelled is
     * @param call from a number to a call that fails where it is answered with what is another call's
     */
    static Interrupted calls(int calls, int atOnce, Duration longest, IntFunction<Uni<?>> call)
            throws InterruptedException {
        var finished = new AtomicInteger();
        var cancelled = new AtomicInteger();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var open = new Semaphore(atOnce);
        try (ScheduledExecutorService scissors = new ScheduledThreadPoolExecutor(2)) {
            for (int i = 0; i < calls; i++) {
                if (!open.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("no call ends any more, after " + i);
                }
                var subscription = call.apply(i)
                        .onTermination()
                        .invoke((item, failure, cut) -> {
                            (cut ? cancelled : finished).incrementAndGet();
                            open.release();
                        })
                        .subscribe()
                        .with(item -> {}, failures::add);
                if (i % 2 == 0) {
                    var after = ThreadLocalRandom.current().nextLong(longest.toNanos());
                    scissors.schedule(subscription::cancel, after, TimeUnit.NANOSECONDS);
                }
            }
            if (!open.tryAcquire(atOnce, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(atOnce - open.availablePermits() + " calls were never answered");
            }
        }
        return new Interrupted(finished.get(), cancelled.get(), List.copyOf(failures));
    }
}
