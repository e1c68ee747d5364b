package io.frontdesk.gateway.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the parties to a stream of events may be silent. */
@ConfigMapping(prefix = "frontdesk.streams")
public interface StreamConfig {
    /** How long a service behind may be silent, though it sends comments while it works; longer than {@link #clientPatience}. */
    @WithDefault("30s")
    Duration silence();

    /** After how much silence the client is sent a comment: proxies cut silent connections, many after 15 s. */
    @WithDefault("10s")
    Duration keepAwake();

    /** How long a client may take nothing of what it is sent. */
    @WithDefault("20s")
    Duration clientPatience();
}
