package io.frontdesk.kit.discovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How instances are looked up that are not listed. */
@ConfigMapping(prefix = "frontdesk.discovery")
public interface DiscoveryConfig {
    /** How often: so late at most a new instance is asked, and one that has gone is left alone. */
    @WithDefault("5s")
    Duration refresh();

    /** How long a lookup may take; then it has failed, and what was found last stays. */
    @WithDefault("2s")
    Duration timeout();

    /** DNS servers, {@code host:port}; absent, those of the system, with its search domains. */
    Optional<List<String>> dnsServers();

    /** The API of the cluster. */
    Kubernetes kubernetes();

    /** What a pod has of its own accord. */
    interface Kubernetes {
        /** Where it is. */
        @WithDefault("https://kubernetes.default.svc")
        URI url();

        /** The folder with the service account's {@code token}, read each time since it changes, and the API's {@code ca.crt}. */
        @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount")
        Path account();
    }
}
