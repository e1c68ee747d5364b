package io.frontdesk.auth.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What guessing passwords costs. */
@ConfigMapping(prefix = "frontdesk.login")
public interface LoginConfig {
    /** How many tries in a row may fail before the next has to wait. */
    @WithDefault("5")
    int freeFailures();

    /** How long the next has to wait then; each further failure doubles it. */
    @WithDefault("1s")
    Duration firstWait();

    /** The longest wait. */
    @WithDefault("15m")
    Duration longestWait();

    /** How long after the last failure all are forgotten; more than the longest wait. */
    @WithDefault("24h")
    Duration rememberedFor();

    /**
     * A refusal is answered at the next multiple of this after the request came, so that what is done for a known user only,
     * such as accounting for the failure, cannot be told from the time it takes. Longer than a check of a password takes.
     */
    @WithDefault("250ms")
    Duration refusalStep();
}
