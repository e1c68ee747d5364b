package io.frontdesk.kit.events.system;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How events leave the outbox. */
@ConfigMapping(prefix = "frontdesk.outbox")
public interface RelayConfig {
    /** How often the outbox is looked at. */
    @WithDefault("200ms")
    Duration poll();

    /** How many events leave in one go. */
    @WithDefault("200")
    int batch();

    /** Topics of which each event stands for itself, so that none of them waits until the brokers have the one before. */
    Optional<Set<String>> independent();
}
