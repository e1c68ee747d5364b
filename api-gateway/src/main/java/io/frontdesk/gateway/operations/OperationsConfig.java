package io.frontdesk.gateway.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the suite is asked how it is; of whom, Stork's services {@code <name>-management} say. */
@ConfigMapping(prefix = "frontdesk.operations")
public interface OperationsConfig {
    /** Where the management addresses of all gateways are; absent, the one that is asked speaks for itself alone. */
    Optional<String> gateways();

    /** How long an instance may take to report. */
    @WithDefault("3s")
    Duration timeout();
}
