package io.frontdesk.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the services behind are called. */
@ConfigMapping(prefix = "frontdesk.upstream")
public interface UpstreamConfig {
    /** How long it may take to get a connection. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How long the head of a reply may take, and its body again. */
    @WithDefault("10s")
    Duration timeout();

    /** HTTP/2 connections to each instance; each carries as many requests at once as the instance allows, 100 of Quarkus's. */
    @WithDefault("8")
    int connections();

    /** How large an ordinary reply may be. */
    @WithDefault("16777216")
    int maxReplyBytes();
}
