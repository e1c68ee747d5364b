package io.frontdesk.ingestion.dead;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dead letters are kept and replayed. */
@ConfigMapping(prefix = "frontdesk.dead")
public interface DeadLetterConfig {
    /** How long a letter is kept after it failed last. */
    @WithDefault("30d")
    Duration retention();

    /** How often those that are too old are looked for. */
    @WithDefault("10m")
    Duration purgeEvery();

    /**
     * How large a record's value may be to be kept; of a larger one it is kept where it stands in Kafka. Kafka itself takes 1 MB
     * where nobody raised that.
     */
    @WithDefault("2M")
    MemorySize maxRecordBytes();

    /** How long a replica that replays a record, and is not heard of again, keeps it from others. */
    @WithDefault("1m")
    Duration replayLease();
}
