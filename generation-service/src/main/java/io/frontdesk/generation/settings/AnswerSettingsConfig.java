package io.frontdesk.generation.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tenants' settings of answers are kept at hand. */
@ConfigMapping(prefix = "frontdesk.answer-settings")
public interface AnswerSettingsConfig {
    /** What is said where there is no answer, unless a tenant has other words. */
    @WithDefault(
            "I'm sorry, I could not find an answer to that in our documents. Perhaps you can put it in other words?")
    String fallback();

    /** For how long a question waits to be told the version that it must see. */
    @WithDefault("50ms")
    Duration stateTimeout();

    /** How long settings are used without another look at the database, should a change not have been told. */
    @WithDefault("30s")
    Duration freshFor();
}
