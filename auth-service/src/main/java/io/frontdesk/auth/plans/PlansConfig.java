package io.frontdesk.auth.plans;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The plans that a tenant can be on, by name: {@code frontdesk.plans.<name>.per-minute}, … */
@ConfigMapping(prefix = "frontdesk.plans")
public interface PlansConfig {
    @WithParentName
    Map<String, Plan> byName();

    /** What a plan admits. */
    interface Plan {
        /** Requests in any minute. */
        int perMinute();

        /** Requests in any hour. */
        int perHour();

        /** The share of a tenant on this plan where tenants compete, against those of others. */
        @WithDefault("1")
        int weight();
    }
}
