package io.frontdesk.retrieval.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the knowledge versions of tenants are kept in step with PostgreSQL, and read. */
@ConfigMapping(prefix = "frontdesk.knowledge")
public interface KnowledgeConfig {
    /** For how long a search waits to be told the version that it must see. */
    @WithDefault("50ms")
    Duration stateTimeout();

    /** How often it is looked whether a crash or an outage left a version untold, or Redis has lost its data. */
    @WithDefault("2s")
    Duration poll();

    /**
     * How old a version is before it is taken for left untold: longer than ingestion takes to publish again, since answers
     * that a change concerns are removed before it is told.
     */
    @WithDefault("1m")
    Duration grace();

    /** How many versions are written in one go. */
    @WithDefault("200")
    int batch();
}
