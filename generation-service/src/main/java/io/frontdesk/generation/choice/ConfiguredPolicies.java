package io.frontdesk.generation.choice;

import io.frontdesk.generation.llm.LlmConfig;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The installation's choice, for all tenants. */
@DefaultBean
@ApplicationScoped
class ConfiguredPolicies implements LlmPolicies {
    private final LlmPolicy policy;

    ConfiguredPolicies(LlmConfig config) {
        this.policy = new LlmPolicy(config.whenExhausted(), config.modelChoice());
    }

    @Override
    public LlmPolicy of(UUID tenant) {
        return policy;
    }
}
