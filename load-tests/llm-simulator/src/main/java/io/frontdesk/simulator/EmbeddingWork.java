package io.frontdesk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.simulator.answer.TextVector;
import io.frontdesk.simulator.answer.Tokens;
import io.frontdesk.simulator.wire.EmbeddingRequest;
import io.frontdesk.simulator.wire.Embeddings;

/** Vectors for texts. */
record EmbeddingWork(EmbeddingRequest request) implements Work {
    static EmbeddingWork from(ObjectNode body) {
        return new EmbeddingWork(EmbeddingRequest.from(body));
    }

    @Override
    public String model() {
        return request.model();
    }

    @Override
    public void answer(Behaviour behaviour, Exchange exchange) {
        int dimensions = request.dimensions() > 0 ? request.dimensions() : behaviour.dimensions();
        var tokens = request.inputs().stream().mapToInt(Tokens::count).sum();
        var reply = new Embeddings(request, tokens);
        request.inputs().forEach(input -> reply.add(TextVector.of(input, dimensions)));
        exchange.after(behaviour.firstTokenAfter(), () -> exchange.reply(behaviour.fault(), reply.json()));
    }
}
