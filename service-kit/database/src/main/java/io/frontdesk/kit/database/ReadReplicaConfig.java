package io.frontdesk.kit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Streaming replicas of the database, and how they are asked. */
@ConfigMapping(prefix = "frontdesk.read-replicas")
public interface ReadReplicaConfig {
    /** {@code postgresql://user:password@host:port/database} of the service's role, one for each replica. */
    Optional<List<String>> urls();

    /** How many connections each replica gets at most. */
    @WithDefault("30")
    int poolSize();

    /** For how long a replica is waited for before the primary is asked in its place. */
    @WithDefault("1s")
    Duration patience();

    /** For how long a replica that has failed is left alone; twice as long each time it fails again. */
    @WithDefault("500ms")
    Duration rest();

    /** For how long at most. */
    @WithDefault("30s")
    Duration longestRest();
}
