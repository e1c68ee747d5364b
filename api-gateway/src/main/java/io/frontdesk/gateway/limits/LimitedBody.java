package io.frontdesk.gateway.limits;

import io.frontdesk.gateway.problem.GatewayError;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body as it comes. It fails where it grows beyond the limit, or breaks off. */
public final class LimitedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long limit;
    private final BodyWitness witness;
    private Handler<Throwable> failed = e -> {};
    private long received;

    public LimitedBody(ReadStream<Buffer> body, long limit, BodyWitness witness) {
        this.body = body;
        this.limit = limit;
        this.witness = witness;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    private void pass(Buffer part, Handler<Buffer> handler) {
        received += part.length();
        if (received > limit) {
            failed.handle(new GatewayError.BodyTooLarge(limit));
        } else {
            witness.passed(part);
            handler.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler == null ? e -> {} : handler;
        body.exceptionHandler(e -> failed.handle(new GatewayError.Abandoned(e)));
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        witness.ended();
        handler.handle(null);
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
