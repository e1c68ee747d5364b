package io.frontdesk.auth.exchange;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The services that may take tokens for work without a caller. */
@ConfigMapping(prefix = "frontdesk.clients")
public interface ClientsConfig {
    /** Each {@code id:secret}. */
    Optional<List<String>> accepted();
}
