package io.frontdesk.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a request may bring. */
@ConfigMapping(prefix = "frontdesk.limits")
public interface LimitsConfig {
    /** The longest URI, in bytes: what RFC 9110, section 4.1, wants taken. Less than {@code quarkus.http.limits.max-initial-line-length}. */
    @WithDefault("8000")
    int maxUriLength();

    /** How large names and values of all headers may be together; less than {@code quarkus.http.limits.max-header-size}. */
    @WithDefault("131072")
    int maxHeaderBytes();

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
