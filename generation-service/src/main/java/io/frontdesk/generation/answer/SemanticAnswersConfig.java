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

    /** The share (0 to 1) of answers given again whose question is answered anew in the background, to see whether they fit. */
    @WithDefault("0.02")
    double checkedShare();

    /** How many of these may be under way; beyond that none is begun. */
    @WithDefault("2")
    int maxChecks();
}
