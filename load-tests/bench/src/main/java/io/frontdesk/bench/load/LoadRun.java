package io.frontdesk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One round of load. Lives on one event loop, so that nothing here needs a lock. */
final class LoadRun {
    static final int PATIENCE_SECONDS = 30;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SHORTEST_NANOS = 1_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Target target;
    private final Limit limit;
    private final CompletableFuture<Measurement> done;
    private final Histogram nanos = histogram();
    private final Histogram firstWords = histogram();
    private final Histogram refusals = histogram();
    private final long startedAt = System.nanoTime();
    private long sent;
    private boolean allSent;
    private long inFlight;
    private long errors;
    private long refusalsWithoutRetryAfter;
    private String firstError = "";
    private long lastReplyAt = startedAt;

    LoadRun(Vertx vertx, HttpClient client, Target target, Limit limit, CompletableFuture<Measurement> done) {
        this.vertx = vertx;
        this.client = client;
        this.target = target;
        this.limit = limit;
        this.done = done;
    }

    void start(Load load) {
        switch (load) {
            case Load.OpenLoop open -> sendDue(NANOS_PER_SECOND / open.perSecond());
            case Load.ClosedLoop closed -> {
                for (int i = 0; i < closed.connections(); i++) {
                    sendInTurn();
                }
            }
            case Load.Wrk elsewhere -> throw new IllegalArgumentException("not a load for this driver: " + elsewhere);
        }
    }

    private void sendInTurn() {
        if (isOver(System.nanoTime())) {
            allSent = true;
            finishWhenQuiet();
        } else {
            send(System.nanoTime()).onComplete(settled -> sendInTurn());
        }
    }

    /** Sends all that is due, late ones too, each counted from the time it was due. */
    private void sendDue(double interval) {
        long now = System.nanoTime();
        long due = startedAt + (long) (sent * interval);
        while (due <= now && !isOver(due)) {
            send(due).onComplete(settled -> finishWhenQuiet());
            due = startedAt + (long) (sent * interval);
        }
        if (isOver(due)) {
            allSent = true;
            finishWhenQuiet();
        } else {
            vertx.setTimer(1, tick -> sendDue(interval));
        }
    }

    private boolean isOver(long at) {
        return sent >= limit.requests() || at - startedAt >= limit.time().toNanos();
    }

    private Future<?> send(long due) {
        sent++;
        inFlight++;
        var request = target.requests().get();
        return client.request(options(request))
                .compose(open -> open.send(request.body()))
                .compose(new Reply(target.firstWord())::read)
                .onSuccess(reply -> noteRefusal(reply, due))
                .map(this::checked)
                .onSuccess(right -> record(right, due))
                .onFailure(this::count)
                .onComplete(settled -> {
                    inFlight--;
                    lastReplyAt = System.nanoTime();
                });
    }

    private RequestOptions options(Request request) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setURI(request.path())
                .setTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        request.headers().forEach(options::addHeader);
        return options;
    }

    private void noteRefusal(Reply reply, long due) {
        if (reply.isRefusal()) {
            refusals.recordValue(Math.max(SHORTEST_NANOS, System.nanoTime() - due));
            refusalsWithoutRetryAfter += reply.saysWhenToRetry() ? 0 : 1;
        }
    }

    private Reply checked(Reply reply) {
        var body = reply.text();
        if (reply.status() / 100 != 2) {
            throw new WrongReply(reply.status() + " " + body);
        }
        if (!target.right().test(body)) {
            throw new WrongReply("unexpected reply " + body);
        }
        return reply;
    }

    private void record(Reply reply, long due) {
        nanos.recordValue(Math.max(SHORTEST_NANOS, System.nanoTime() - due));
        if (reply.hasFirstWord()) {
            firstWords.recordValue(Math.max(SHORTEST_NANOS, reply.firstWordAt() - due));
        }
    }

    private void count(Throwable failure) {
        errors++;
        if (firstError.isEmpty()) {
            var text = String.valueOf(failure.getMessage());
            firstError = text.substring(0, Math.min(200, text.length()));
        }
    }

    private void finishWhenQuiet() {
        if (allSent && inFlight == 0 && !done.isDone()) {
            var whole = Percentiles.of(nanos);
            done.complete(new Measurement(
                    nanos.getTotalCount(),
                    errors,
                    (lastReplyAt - startedAt) / NANOS_PER_SECOND,
                    whole.p50Millis(),
                    whole.p95Millis(),
                    whole.p99Millis(),
                    Percentiles.of(firstWords),
                    firstError,
                    new Measurement.Refusals(
                            refusals.getTotalCount(), refusalsWithoutRetryAfter, Percentiles.of(refusals))));
        }
    }

    private static Histogram histogram() {
        return new Histogram(SHORTEST_NANOS, TimeUnit.MINUTES.toNanos(5), 3);
    }

    private static final class WrongReply extends RuntimeException {
        WrongReply(String message) {
            super(message, null, false, false);
        }
    }
}
