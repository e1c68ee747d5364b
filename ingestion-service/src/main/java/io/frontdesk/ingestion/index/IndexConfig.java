package io.frontdesk.ingestion.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How chunks are sent to the index. */
@ConfigMapping(prefix = "frontdesk.index")
public interface IndexConfig {
    /** Chunks in one request. Small enough that one request of bulk work does not occupy the embedding model for long. */
    @WithDefault("32")
    int batch();
}
