package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.load.Request;
import io.frontdesk.simulator.LlmSimulator;
import io.frontdesk.simulator.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A language model whose times are known, as a key that the suite asks before any other. Runs in this process. */
final class SimulatedModel implements AutoCloseable {
    private static final String KEYS = "/v1/admin/llm-keys";
    private static final String ALIAS = "simulated-for-bench";

    private final LlmSimulator simulator;
    private final URI suite;
    private final Map<String, String> operator;
    private final String name;
    private final String key;

    private SimulatedModel(LlmSimulator simulator, URI suite, Map<String, String> operator, String name) {
        this.simulator = simulator;
        this.suite = suite;
        this.operator = operator;
        this.name = name;
        removeLeftOver();
        this.key = added();
    }

    /** @param name as of the simulator's behaviours */
    static SimulatedModel start(URI suite, String operatorKey, String name) {
        var operator = Map.of("authorization", "Bearer " + operatorKey);
        var simulator = LlmSimulator.start(0);
        try {
            return new SimulatedModel(simulator, suite, operator, name);
        } catch (RuntimeException refused) {
            simulator.close();
            throw refused;
        }
    }

    String name() {
        return name;
    }

    /** Where it is asked without the suite; its routes begin with {@code /v1}. */
    URI base() {
        return simulator.baseUrl().resolve("/");
    }

    /** What else it is for a while, whatever its name says; empty for nothing else. */
    void plays(String other) {
        simulator.plays(other);
    }

    /** The bodies of the last requests that came to it. */
    List<String> prompts() {
        return simulator.requests().stream()
                .map(RecordedRequest::body)
                .map(String::valueOf)
                .toList();
    }

    @Override
    public void close() {
        remove(key);
        simulator.close();
    }

    /** A benchmark that was killed has not removed its own. */
    private void removeLeftOver() {
        for (var known : IdentityAccount.send(suite, new Request("GET", KEYS, operator, ""))
                .path("data")) {
            if (known.path("alias").asText().equals(ALIAS)) {
                remove(known.path("id").asText());
            }
        }
    }

    private void remove(String id) {
        IdentityAccount.send(suite, new Request("DELETE", KEYS + "/" + id, operator, ""));
    }

    private String added() {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("alias", ALIAS)
                .put("base_url", simulator.baseUrl().toString())
                .put("secret", "sk-bench")
                .put("model", name)
                .put("priority", 0);
        return IdentityAccount.send(suite, Request.postJson(KEYS, operator, body.toString()))
                .path("id")
                .asText();
    }
}
