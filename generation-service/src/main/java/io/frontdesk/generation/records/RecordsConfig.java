package io.frontdesk.generation.records;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How finished answers come to be kept. */
@ConfigMapping(prefix = "frontdesk.records")
public interface RecordsConfig {
    /** For how long the end of an answer waits for its record to be taken by the state Redis. */
    @WithDefault("50ms")
    Duration timeout();

    /** How many records wait in the state Redis for PostgreSQL at most, of 2 KB or so each; the oldest go first. */
    @WithDefault("100000")
    int maxWaiting();

    /** How many records of this replica wait in its memory for the state Redis at most; what comes then is not kept. */
    @WithDefault("5000")
    int maxHeld();

    /** How often it is looked whether there is something to fold. */
    @WithDefault("200ms")
    Duration poll();

    /** How many records are folded in one go. */
    @WithDefault("500")
    int batch();

    /** For how long a replica may be about a batch before another takes it. */
    @WithDefault("10s")
    Duration claimAfter();

    /** Answers of less confidence (0 to 1) count as badly answered. */
    @WithDefault("0.4")
    double lowConfidence();
}
