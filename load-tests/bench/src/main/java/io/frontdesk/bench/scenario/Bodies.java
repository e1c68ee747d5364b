package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.load.Request;
import java.util.Map;
import java.util.function.Supplier;

/** Requests whose JSON body holds one text. */
final class Bodies {
    private Bodies() {}

    static Supplier<Request> post(String path, Map<String, String> headers, String field, Supplier<String> texts) {
        return () -> {
            var body = JsonNodeFactory.instance.objectNode().put(field, texts.get());
            return Request.postJson(path, headers, body.toString());
        };
    }

    /** The text alone in an array. */
    static Supplier<Request> postArray(String path, Map<String, String> headers, String field, Supplier<String> texts) {
        return () -> {
            var body = JsonNodeFactory.instance.objectNode();
            body.putArray(field).add(texts.get());
            return Request.postJson(path, headers, body.toString());
        };
    }
}
