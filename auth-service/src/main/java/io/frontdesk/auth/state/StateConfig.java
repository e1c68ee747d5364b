package io.frontdesk.auth.state;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the state of tenants on Redis is kept in step with PostgreSQL. */
@ConfigMapping(prefix = "frontdesk.states")
public interface StateConfig {
    /** How often it is looked whether changes wait, and whether Redis has lost its data. */
    @WithDefault("1s")
    Duration poll();

    /** How old a change is before it is taken for left behind: longer than writing one takes. */
    @WithDefault("3s")
    Duration grace();

    /** How many changes, or tenants, are written in one go. */
    @WithDefault("200")
    int batch();
}
