package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.simulator.LlmSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A language model, simulated; injected into fields of type {@link LlmSimulator}. Argument: {@code model}. */
public class LlmResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable LlmSimulator simulator;
    private String model = "";

    @Override
    public void init(Map<String, String> arguments) {
        model = arguments.getOrDefault("model", "sim");
    }

    @Override
    public Map<String, String> start() {
        simulator = LlmSimulator.start(0);
        return Map.of(
                // What happened to keys in other tests is none of this one's.
                "frontdesk.llm.pool.state-prefix",
                "test:" + Ids.next() + ":",
                "OPENAI_API_KEY",
                "sk-test",
                "OPENAI_BASE_URL",
                simulator.baseUrl().toString(),
                "OPENAI_MODEL",
                model,
                "OPENAI_ACCEPTS_PREFIX",
                "true");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, field -> field.getType() == LlmSimulator.class);
    }

    @Override
    public void stop() {
        Objects.requireNonNull(simulator).close();
    }
}
