package io.frontdesk.generation.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are kept while they are given. */
@ConfigMapping(prefix = "frontdesk.answer-log")
public interface LogConfig {
    /** How long Redis may take; what it has not taken by then is told without being kept, and offered to it again. */
    @WithDefault("100ms")
    Duration timeout();

    /** The least time between two appends to an answer; what happens meanwhile is gathered. */
    @WithDefault("50ms")
    Duration gather();

    /** How long an answer is left to a writer that is not heard of. Renewed three times as often. */
    @WithDefault("5s")
    Duration lease();

    /** How long an answer goes on without readers where they can come back. */
    @WithDefault("15s")
    Duration grace();

    /** How long it goes on where they cannot: so long a gateway may take to come back for them. */
    @WithDefault("300ms")
    Duration patience();

    /** How long an answer can be read after its last event. */
    @WithDefault("15m")
    Duration life();

    /** How many characters an answer may have; one that is longer ends there, incomplete. */
    @WithDefault("200000")
    int maxChars();

    /** How many answers may follow one to the same question; who asks it then begins anew, and is followed. */
    @WithDefault("1000")
    int maxFollowers();

    /**
     * How long an answer whose text has begun may have been silent and still be followed. Beyond that its writer may have died: who
     * asks the same begins anew, and is followed.
     */
    @WithDefault("500ms")
    Duration maxSilence();

    /** How many events of an answer are at hand for its readers; one that lags behind them is served from Redis. */
    @WithDefault("64")
    int recent();

    /** How many events a reader that lags takes from Redis at a time. */
    @WithDefault("64")
    int batch();

    /** How often answers are looked for that were left behind without readers, and how long after their lease. */
    @WithDefault("1s")
    Duration sweep();

    /** How many records of finished answers wait for PostgreSQL at most; the oldest go first. */
    @WithDefault("100000")
    int maxRecords();
}
