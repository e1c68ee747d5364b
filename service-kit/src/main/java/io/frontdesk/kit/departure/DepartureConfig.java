package io.frontdesk.kit.departure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an instance that is told to stop takes for it. */
@ConfigMapping(prefix = "frontdesk.departure")
public interface DepartureConfig {
    /** How long it goes on serving after its readiness has gone down: so long balancers may take to notice. */
    @WithDefault("0s")
    Duration delay();

    /** How long requests and streams that run then may take to end; what is left is cut off. */
    @WithDefault("30s")
    Duration grace();
}
