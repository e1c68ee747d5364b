package io.frontdesk.gateway.admission;

import org.jspecify.annotations.Nullable;

/**
 * What this gateway knows of a window: how many it saw there when Redis last said it, how many it has let in by itself since, and
 * how many of those Redis has not been told. Times are this machine's milliseconds, which never go back.
 */
final class KnownWindow {
    private final Limit limit;
    private final long span;
    private long seen;
    private long seenAt;
    private long seenOfRedis;
    private int underWay;
    private @Nullable SlidingCount own;
    private long owed;
    private long owedAt;

    KnownWindow(Limit limit, long now) {
        this.limit = limit;
        this.span = limit.window().toMillis() * (SlidingCount.SLOTS + 1) / SlidingCount.SLOTS;
        this.seenAt = now;
        this.owedAt = now;
    }

    Limit limit() {
        return limit;
    }

    /** Takes one of this gateway's share, so that it may let a request in even if Redis says nothing. */
    synchronized boolean reserve(Limit now, int gateways, long at) {
        boolean left = left(now, gateways, at) > 0;
        if (left) {
            underWay++;
        }
        return left;
    }

    synchronized void release() {
        underWay--;
    }

    /**
     * How many more this gateway may let in by itself. The others have let in some since it last heard of them, so that its share is
     * one less.
     */
    synchronized long left(Limit now, int gateways, long at) {
        long share = (now.most() - seen(at)) / gateways - (gateways > 1 ? 1 : 0);
        return Math.max(0, share - own(at) - underWay);
    }

    synchronized long seen(long at) {
        return at - seenAt < span ? seen : 0;
    }

    private long own(long at) {
        return own == null ? 0 : own.total(at);
    }

    /** Redis has said how many there are, of all gateways. Replies may pass each other. */
    synchronized void saw(long requests, long ofRedis, long at) {
        if (ofRedis >= seenOfRedis) {
            seen = ofRedis == seenOfRedis ? Math.max(seen, requests) : requests;
            seenAt = at;
            seenOfRedis = ofRedis;
            own = null;
        }
    }

    /** One was let in by this gateway's share. */
    synchronized void letIn(boolean redisKnows, long at) {
        if (own == null) {
            own = new SlidingCount(limit.window());
        }
        own.add(at);
        if (!redisKnows) {
            owed++;
            owedAt = at;
        }
    }

    /** What Redis has to be told now. Whoever takes it tells it, or gives it back. */
    synchronized long takeOwed(long at) {
        long taken = at - owedAt < span ? owed : 0;
        owed = 0;
        return taken;
    }

    synchronized void giveBack(long taken) {
        owed += taken;
    }

    synchronized boolean isWorthTelling(long at) {
        return seen(at) > 0 || owed > 0;
    }

    synchronized boolean owes() {
        return owed > 0;
    }
}
