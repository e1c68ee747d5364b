package io.frontdesk.generation.pool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How keys are shared out. */
@ConfigMapping(prefix = "frontdesk.llm.pool")
public interface PoolConfig {
    /** How the keys of the state Redis begin: installations that share one need two. */
    @WithDefault("generation:llm:")
    String statePrefix();

    /** How long a script may take; it takes less than a millisecond. */
    @WithDefault("80ms")
    Duration stateTimeout();

    /**
     * How long Redis is waited for before a replica goes on with its share. Not less than twice {@link #figures}: by then no replica
     * counts on what it saw before.
     */
    @WithDefault("2s")
    Duration stateMoment();

    /** How long a request may run until its reserve is given back, as after a crash. Longer than any answer takes. */
    @WithDefault("3m")
    Duration lease();

    /** How long an answer may wait for a key; zero: not at all. */
    @WithDefault("8s")
    Duration patience();

    /** How many answers may wait, over all replicas. What comes beyond steps down the ladder at once. */
    @WithDefault("200")
    int mostWaiting();

    /** How often one that waits asks. */
    @WithDefault("200ms")
    Duration poll();

    /** How long a conversation keeps to its key after its last question. */
    @WithDefault("1h")
    Duration affinity();

    /** Keys that are tried for an answer, before its first word. */
    @WithDefault("4")
    int attempts();

    /** For how long new attempts are begun, before the first word. */
    @WithDefault("30s")
    Duration attemptsWithin();

    /** The pause before the second attempt; doubled for each further, and a random share of that. */
    @WithDefault("50ms")
    Duration backOff();

    /** The longest such pause. */
    @WithDefault("1s")
    Duration longestBackOff();

    /** How often figures are read, and how old what a replica knows may be when it loses sight of Redis. */
    @WithDefault("1s")
    Duration figures();

    Breaker breaker();

    /** When a key is left alone. */
    interface Breaker {
        /** Failures among the last ten requests that open it; what is older than a minute is forgotten. */
        @WithDefault("5")
        int failures();

        /** For how long the first time; doubled each time a probe fails. */
        @WithDefault("10s")
        Duration open();

        @WithDefault("5m")
        Duration longestOpen();
    }
}
