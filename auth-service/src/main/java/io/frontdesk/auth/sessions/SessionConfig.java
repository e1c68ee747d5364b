package io.frontdesk.auth.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sessions of users. */
@ConfigMapping(prefix = "frontdesk.sessions")
public interface SessionConfig {
    /** How long after the login a session ends, however often it is refreshed. */
    @WithDefault("24h")
    Duration lifetime();

    /** How often those are forgotten that ended long ago. */
    @WithDefault("10m")
    Duration purgeEvery();
}
