package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.frontdesk.simulator.wire.Json;
import io.frontdesk.simulator.wire.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** One request on its way to its end: the response, its entry in the journal, and the clock. */
record Exchange(Vertx vertx, HttpServerResponse response, Journal.Entry entry) {
    Exchange {
        response.closeHandler(closed -> entry.end(Outcome.ABORTED));
        response.exceptionHandler(broken -> entry.end(Outcome.ABORTED));
    }

    /** After {@code millis}, at once where it is 0; not at all once the client has gone. */
    void after(long millis, Runnable step) {
        if (millis <= 0) {
            step.run();
        } else {
            vertx.setTimer(millis, due -> {
                if (entry.isRunning()) {
                    step.run();
                }
            });
        }
    }

    void reply(JsonNode body) {
        reply(200, Outcome.COMPLETED, Buffer.buffer(Json.bytes(body)));
    }

    void refuse(Refusal refusal) {
        reply(refusal.status(), Outcome.REFUSED, Buffer.buffer(Json.bytes(refusal.json())));
    }

    /** A plain reply that goes wrong as {@code fault} has it, wherever its tokens would have stood. */
    void reply(Fault fault, JsonNode body) {
        var whole = Buffer.buffer(Json.bytes(body));
        var half = whole.slice(0, whole.length() / 2);
        switch (fault.kind()) {
            case NONE -> reply(200, Outcome.COMPLETED, whole);
            case CUT -> {
                response.putHeader("content-type", "application/json");
                response.putHeader("content-length", String.valueOf(whole.length()));
                cutAfter(half);
            }
            case TRUNC -> reply(200, Outcome.FAULTED, half);
            case BREAK -> refuse(Refusal.simulated(500));
            case STALL -> {}
        }
    }

    /** Closes the connection behind {@code last}, with the response unfinished. */
    void cutAfter(Buffer last) {
        entry.end(Outcome.FAULTED);
        response.write(last).onComplete(written -> response.reset());
    }

    private void reply(int status, Outcome outcome, Buffer body) {
        entry.end(outcome);
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }
}
