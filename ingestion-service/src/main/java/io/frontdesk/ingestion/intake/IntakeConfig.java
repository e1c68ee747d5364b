package io.frontdesk.ingestion.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is taken in, and from whom. */
@ConfigMapping(prefix = "frontdesk.intake")
public interface IntakeConfig {
    /** How large a document may be. */
    @WithDefault("25M")
    MemorySize maxBytes();

    /**
     * Whether a Kafka record without a key may name its tenant itself, in {@code ce_tenantid}. Only where Kafka's own access
     * control keeps strangers from the topics.
     */
    @WithDefault("false")
    boolean trustedProducers();

    /** How many records of one batch are stored at the same time; each takes a connection to the database. */
    @WithDefault("4")
    int concurrency();

    /** How long a deletion over HTTP waits for the index before it goes on by itself. */
    @WithDefault("5s")
    Duration removalPatience();

    /** The pause after the first time that a Kafka record could not be handled because something is down. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest such pause. */
    @WithDefault("30s")
    Duration longestPause();
}
