package io.frontdesk.e2e.streams;

import io.frontdesk.e2e.Metrics;
import io.frontdesk.e2e.ReturnsPolicy;
import io.frontdesk.e2e.Tenant;
import io.frontdesk.local.infra.Durability;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.frontdesk.simulator.LlmSimulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop on two gateways and two generation-services, whose model is the simulator. */
record Shop(Suite suite, LlmSimulator model, String key) implements AutoCloseable {
    private static final Progress PROGRESS = Progress.to(System.err);
    private static final Workspace WORKSPACE =
            new Workspace(Workspace.findRoot(), Workspace.findRoot().resolve(".local/streams"));

    private static final List<Instance> INSTANCES = List.of(
            new Instance(Service.AUTH, 1),
            new Instance(Service.RETRIEVAL, 1),
            new Instance(Service.INGESTION, 1),
            new Instance(Service.GENERATION, 1),
            new Instance(Service.GENERATION, 2),
            new Instance(Service.GATEWAY, 1),
            new Instance(Service.GATEWAY, 2));

    static Shop open() {
        var model = LlmSimulator.start(0);
        try {
            var servers = Infrastructure.start(WORKSPACE, Map.of(), Durability.NONE, PROGRESS);
            var suite = new Suite(WORKSPACE, servers, Addresses.free(), 2, settings(model), PROGRESS);
            suite.start(INSTANCES);
            var tenant = Tenant.create(suite, "streams-" + System.nanoTime());
            ReturnsPolicy.publish(tenant);
            return new Shop(suite, model, tenant.apiKey());
        } catch (RuntimeException e) {
            stopAll();
            model.close();
            throw e;
        }
    }

    private static Map<String, String> settings(LlmSimulator model) {
        return Map.of(
                "OPENAI_API_KEY", "sk-sim",
                "OPENAI_BASE_URL", model.baseUrl().toString(),
                "OPENAI_MODEL", "sim",
                "FRONTDESK_LLM_PAUSE", "PT2S",
                // As long as a crowd takes to gather on a busy machine.
                "FRONTDESK_LLM_TIMEOUT", "PT90S",
                // What is asked here is always the same, and each time an answer of its own.
                "FRONTDESK_SEMANTIC_ANSWERS_ENABLED", "false",
                // A busy machine is not to be taken for a Redis that is slow.
                "FRONTDESK_ADMISSION_STATE_TIMEOUT", "PT5S",
                "FRONTDESK_ANSWER_LOG_TIMEOUT", "PT10S",
                // Replicas die here, and nobody wants to wait for that.
                "FRONTDESK_ANSWER_LOG_LEASE", "PT3S");
    }

    List<String> gateways(int first) {
        return List.of(suite.gatewayUrl(first), suite.gatewayUrl(3 - first));
    }

    /** The replica that writes an answer at the moment. */
    Optional<Instance> writer() {
        return List.of(new Instance(Service.GENERATION, 1), new Instance(Service.GENERATION, 2)).stream()
                .filter(instance -> Metrics.of(suite, instance, "frontdesk_answer_log_writing") > 0)
                .findFirst();
    }

    /** The sum of a metric over both generation-services; one that was never counted is 0. */
    double metric(String name) {
        return Metrics.of(suite, new Instance(Service.GENERATION, 1), name)
                + Metrics.of(suite, new Instance(Service.GENERATION, 2), name);
    }

    @Override
    public void close() {
        stopAll();
        model.close();
    }

    private static void stopAll() {
        Suite.stopServices(WORKSPACE, PROGRESS);
        Infrastructure.stop(WORKSPACE, PROGRESS);
    }
}
