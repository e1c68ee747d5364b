package io.frontdesk.gateway.upstream;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limiter.AbstractLimiter;
import com.netflix.concurrency.limits.limiter.SimpleLimiter;
import java.util.Optional;

/**
 * Lets as many calls go on at once as an algorithm finds good, and refuses the rest at once. Queued work is let in only while
 * the calls of both kinds take less than its share of that, so that interactive calls find room until the limit itself. Threads
 * that ask in the same instant may go beyond by one each.
 */
final class PriorityLimiter extends AbstractLimiter<Priority> {
    private final double queuedShare;

    PriorityLimiter(Limit limit, double queuedShare) {
        super(SimpleLimiter.newBuilder().limit(limit));
        this.queuedShare = queuedShare;
    }

    @Override
    public Optional<Listener> acquire(Priority priority) {
        return hasRoom(priority) ? Optional.of(createListener()) : createRejectedListener();
    }

    boolean hasRoom(Priority priority) {
        return getInflight() < limit(priority);
    }

    private double limit(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> getLimit();
            case QUEUED -> getLimit() * queuedShare;
        };
    }
}
