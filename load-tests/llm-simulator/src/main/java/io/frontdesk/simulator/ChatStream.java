package io.frontdesk.simulator;

import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.frontdesk.simulator.wire.Chunks;
import io.frontdesk.simulator.wire.Completion;
import io.frontdesk.simulator.wire.Refusal;
import io.vertx.core.buffer.Buffer;

/**
 * A streamed completion in time with its behaviour. Tokens are due on a fixed schedule, so that a late timer delays
 * none but its own. A client that does not read is waited for.
 */
final class ChatStream {
    private final Exchange exchange;
    private final Behaviour behaviour;
    private final Fault fault;
    private final Completion completion;
    private final Chunks chunks;
    private int sent;
    private long startedAt;

    ChatStream(Exchange exchange, Behaviour behaviour, Completion completion, Chunks chunks) {
        this.exchange = exchange;
        this.behaviour = behaviour;
        this.fault = behaviour.fault();
        this.completion = completion;
        this.chunks = chunks;
    }

    void start() {
        exchange.response()
                .setChunked(true)
                .putHeader("content-type", "text/event-stream; charset=utf-8")
                .putHeader("cache-control", "no-store");
        if (behaviour.firstTokenAfter() > 0) {
            // An empty write sends the head.
            exchange.response().write(Buffer.buffer());
        }
        exchange.after(behaviour.firstTokenAfter(), () -> {
            startedAt = now();
            advance(Buffer.buffer(chunks.role()));
        });
    }

    private void advance(Buffer events) {
        int last = Math.min(Math.min(due(), completion.tokens().size()), fault.after());
        while (sent < last) {
            events.appendString(chunks.token(completion.tokens().get(sent++)));
        }
        if (sent == fault.after()) {
            fail(events);
        } else if (sent == completion.tokens().size()) {
            finish(events);
        } else {
            exchange.response().write(events);
            whenRead(() -> exchange.after(
                    Math.max(1, startedAt + (long) sent * behaviour.betweenTokens() - now()),
                    () -> advance(Buffer.buffer())));
        }
    }

    /** How many tokens should be out by now. */
    private int due() {
        return behaviour.betweenTokens() == 0
                ? Integer.MAX_VALUE
                : (int) ((now() - startedAt) / behaviour.betweenTokens()) + 1;
    }

    private void whenRead(Runnable step) {
        var response = exchange.response();
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> step.run());
        } else {
            step.run();
        }
    }

    private void finish(Buffer events) {
        events.appendString(chunks.finish());
        events.appendString(chunks.usage());
        exchange.entry().end(Outcome.COMPLETED);
        exchange.response().end(events.appendString(Chunks.DONE));
    }

    private void fail(Buffer events) {
        if (fault.kind() == Fault.Kind.STALL) {
            exchange.response().write(events);
            return;
        }
        exchange.entry().end(Outcome.FAULTED);
        switch (fault.kind()) {
            case CUT -> exchange.cutAfter(events);
            case BREAK -> exchange.response().end(events.appendString(Chunks.failure(Refusal.simulated(500))));
            case TRUNC, STALL, NONE -> exchange.response().end(events);
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
