package io.frontdesk.gateway.exact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Answers that are given again. */
@ConfigMapping(prefix = "frontdesk.answer-cache")
public interface ExactCacheConfig {
    /** Whether they are. */
    @WithDefault("true")
    boolean enabled();

    /** For how long a question waits for the cache before it is answered anew. */
    @WithDefault("30ms")
    Duration timeout();

    /** How long an entry lives after it was used, and as long again for each use that this gateway knows of. */
    @WithDefault("10m")
    Duration lifetime();

    /** How long it lives at most unless it is used again. */
    @WithDefault("24h")
    Duration longestLifetime();

    /** How long an entry is used from memory without another look at Redis, while the tenant's knowledge does not change. */
    @WithDefault("1m")
    Duration inMemoryFor();

    /**
     * How many questions a second are answered anew, though it cannot be told whether their answer is known, besides as many as were
     * answered anew of late when that could be told. More than that are refused: a crowd that is used to answers at hand would keep
     * everybody so busy that nothing could be told any more. Of what generation can do, a part.
     */
    @WithDefault("10")
    double unprovedPerSecond();

    /** How many characters of answers are held in memory. */
    @WithDefault("32000000")
    long charsInMemory();

    Records records();

    /** Records of what was given again. */
    interface Records {
        /** How soon they are handed over again where the state Redis did not take them. */
        @WithDefault("200ms")
        Duration retryAfter();

        /** How many this gateway holds while the state Redis is away; more are not kept. */
        @WithDefault("10000")
        int maxHeld();

        /** How many records wait in the state Redis at most, as {@code frontdesk.records.max-waiting} of generation-service. */
        @WithDefault("100000")
        int maxWaiting();
    }
}
