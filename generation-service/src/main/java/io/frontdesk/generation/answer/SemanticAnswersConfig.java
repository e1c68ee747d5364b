package io.frontdesk.generation.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Answers that are given again to questions of the same meaning. */
@ConfigMapping(prefix = "frontdesk.semantic-answers")
public interface SemanticAnswersConfig {
    /** Whether they are asked for, and offered. */
    @WithDefault("true")
    boolean enabled();

    /** How many offers may be under way; an answer that is finished beyond that is not offered. */
    @WithDefault("64")
    int maxOffers();
}
