package io.frontdesk.auth.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens of foreign issuers are taken. */
@ConfigMapping(prefix = "frontdesk.federation")
public interface FederationConfig {
    /** For how long a token may be made out. */
    @WithDefault("24h")
    Duration maxTokenLifetime();

    /** How long an issuer's keys are used before they are fetched again. */
    @WithDefault("10m")
    Duration keysFreshFor();

    /** How long they are used at most while the issuer does not answer. */
    @WithDefault("24h")
    Duration keysUsableFor();

    /** As many as a tenant may have, so that its issuers cannot occupy all that is there to ask issuers with. */
    @WithDefault("100")
    int maxProvidersPerTenant();
}
