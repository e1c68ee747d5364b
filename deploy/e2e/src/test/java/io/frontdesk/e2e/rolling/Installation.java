package io.frontdesk.e2e.rolling;

import io.frontdesk.e2e.ReturnsPolicy;
import io.frontdesk.e2e.Tenant;
import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.frontdesk.simulator.LlmSimulator;
import java.util.Map;

/** Two of every service, with a simulated model and a shop. */
record Installation(Suite suite, LlmSimulator model, String key) implements AutoCloseable {
    private static final Progress PROGRESS = Progress.to(System.err);
    private static final Workspace WORKSPACE =
            new Workspace(Workspace.findRoot(), Workspace.findRoot().resolve(".local/rolling"));

    static Installation open() {
        var model = LlmSimulator.start(0);
        try {
            var suite = Suite.boot(WORKSPACE, Addresses.free(), 2, settings(model), PROGRESS);
            var tenant = Tenant.create(suite, "rolling-" + System.nanoTime());
            ReturnsPolicy.publish(tenant);
            return new Installation(suite, model, tenant.apiKey());
        } catch (RuntimeException e) {
            stopAll();
            model.close();
            throw e;
        }
    }

    private static Map<String, String> settings(LlmSimulator model) {
        return Map.ofEntries(
                Map.entry("OPENAI_API_KEY", "sk-sim"),
                Map.entry("OPENAI_BASE_URL", model.baseUrl().toString()),
                Map.entry("OPENAI_MODEL", "sim"),
                // The balancer believes in a readiness for a quarter of it.
                Map.entry("SHUTDOWN_DELAY", "2s"),
                // What is asked here is nearly the same, and each time an answer of its own.
                Map.entry("FRONTDESK_SEMANTIC_ANSWERS_ENABLED", "false"),
                // Two cores that start virtual machines all the time are not to be taken for servers that are slow.
                Map.entry("FRONTDESK_ADMISSION_STATE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_ANSWER_LOG_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_ANSWER_CACHE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_LLM_POOL_STATE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_TOKENS_TIMEOUT", "PT20S"),
                Map.entry("FRONTDESK_RETRIEVAL_TIMEOUT", "PT20S"),
                Map.entry("FRONTDESK_LLM_TIMEOUT", "PT30S"),
                Map.entry("FRONTDESK_WORK_GRACE", "PT1S"));
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
