package io.frontdesk.kit.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where requests may go whose address somebody else chose. */
@ConfigMapping(prefix = "frontdesk.outbound")
public interface OutboundConfig {
    /**
     * Private places that may be asked: {@code host:port} as it stands in a URL, whatever it resolves to and also over plain
     * HTTP, or a block of addresses such as {@code 10.1.0.0/16} or {@code fd00:1::/32}.
     */
    Optional<List<String>> allowedHosts();

    /** The ports that may be asked where the host is not named with its own. */
    @WithDefault("443,8443")
    Set<Integer> ports();
}
