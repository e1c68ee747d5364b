package io.frontdesk.gateway.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the services behind tell how they are. */
@ConfigMapping(prefix = "frontdesk.operations")
public interface OperationsConfig {
    /** Management addresses, {@code host:port}, of the instances of each service behind. */
    Map<String, List<String>> management();

    /** Those of all gateways; where they are absent, the one that is asked speaks for itself alone. */
    Optional<List<String>> gateways();

    /** How long an instance may take to report. */
    @WithDefault("3s")
    Duration timeout();
}
