package io.frontdesk.gateway.stream;

import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.Flow;

/**
 * Sends one frame, and asks for the next when it has been written: a slow client holds one frame and pauses the service
 * behind. A comment goes out when nothing else did for a while. A client that goes away, or takes nothing, cancels.
 *
 * <p>Everything happens on the event loop of the response, wherever the frames come from.
 */
final class FrameSubscriber implements MultiSubscriber<EventFrame> {
    private static final Buffer COMMENT = Buffer.buffer(": still here\n\n");

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final Context eventLoop;
    private final StreamConfig config;
    private Flow.Subscription frames = Subscriptions.CANCELLED;
    private long timer;
    private boolean ended;
    private Runnable finish = () -> {};

    FrameSubscriber(HttpServerRequest request, Vertx vertx, StreamConfig config) {
        this.request = request;
        this.response = request.response();
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.config = config;
    }

    /** What is to be done at the end; before anything comes. */
    void whenFinished(Runnable step) {
        finish = step;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        frames = subscription;
        onEventLoop(() -> {
            response.setChunked(true);
            response.closeHandler(closed -> stop());
            askForNext();
        });
    }

    @Override
    public void onItem(EventFrame frame) {
        onEventLoop(() -> send(frame.bytes(), this::askForNext));
    }

    @Override
    public void onFailure(Throwable e) {
        onEventLoop(this::stop);
    }

    @Override
    public void onCompletion() {
        onEventLoop(this::end);
    }

    /** Ends what has not ended, between two frames. */
    void leave() {
        onEventLoop(() -> {
            frames.cancel();
            end();
        });
    }

    private void end() {
        if (close()) {
            response.end();
            finish.run();
        }
    }

    private void onEventLoop(Runnable step) {
        eventLoop.runOnContext(ignored -> step.run());
    }

    private void askForNext() {
        keepAwake();
        frames.request(1);
    }

    private void keepAwake() {
        after(config.keepAwake(), () -> send(COMMENT, this::keepAwake));
    }

    private void send(Buffer bytes, Runnable next) {
        if (ended) {
            return;
        }
        after(config.clientPatience(), this::stop);
        response.write(bytes).onComplete(written -> {
            if (written.failed()) {
                stop();
            } else if (!ended) {
                next.run();
            }
        });
    }

    private void after(Duration time, Runnable step) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(time.toMillis(), id -> step.run());
    }

    /** The client is gone, or as good as gone. */
    private void stop() {
        if (close()) {
            frames.cancel();
            hangUp();
            finish.run();
        }
    }

    /** Quarkus is not told of a reset of HTTP/1.1, and would wait for the request's end when it shuts down. */
    private void hangUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }

    private boolean close() {
        boolean first = !ended;
        ended = true;
        vertx.cancelTimer(timer);
        return first;
    }
}
