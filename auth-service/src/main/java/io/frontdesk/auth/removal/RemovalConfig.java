package io.frontdesk.auth.removal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How tenants are removed. */
@ConfigMapping(prefix = "frontdesk.removal")
public interface RemovalConfig {
    /** The services that keep data of tenants, in the order in which they are asked, by their names in Stork. */
    List<String> services();

    /** How often it is looked whether there is a tenant to remove. */
    @WithDefault("1s")
    Duration poll();

    /** How long a replica has for one try before another takes over: longer than all services may take to answer. */
    @WithDefault("5m")
    Duration lease();

    /** The pause after the first failure; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("1m")
    Duration longestPause();
}
