package io.frontdesk.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a request may bring. */
@ConfigMapping(prefix = "frontdesk.limits")
public interface LimitsConfig {
    /** The largest JSON body, in bytes; at most {@code quarkus.rest.input-buffer-size}. */
    @WithDefault("1048576")
    long maxJsonBytes();

    /** How long a JSON body may take to come in; an upload has as long as the service that takes it in. */
    @WithDefault("30s")
    Duration jsonPatience();

    /** The largest upload, in bytes, files and fields together. */
    @WithDefault("26214400")
    long maxUploadBytes();
}
