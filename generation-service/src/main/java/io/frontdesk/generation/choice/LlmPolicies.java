package io.frontdesk.generation.choice;

import java.util.UUID;

/** What tenants want of language models. */
@FunctionalInterface
public interface LlmPolicies {
    LlmPolicy of(UUID tenant);
}
